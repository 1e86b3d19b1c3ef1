package import Statistics

/// The effect of a treatment that hidden causes move too, through instruments that they do not.
package struct InstrumentAnalysis: Sendable {
    /// The regression that takes the treatment as it came.
    package let ordinary: Estimate
    package let twoStage: Estimate
    /// With the conventional error; less biased than two stages where instruments are weak.
    package let limitedInformation: Estimate?
    /// Whether the instruments move the treatment; conventional errors, 10 is a usual floor.
    package let firstStage: AnalysisOfVariance.FTest
    /// The same with the errors of the analysis; with one instrument the effective F, whose usual floor is 23.
    package let robustFirstStage: AnalysisOfVariance.FTest
    /// The effects that the instruments do not reject, however weak they are.
    package let andersonRubin: AndersonRubinSet
    /// Whether the ordinary regression is wrong too (Wu and Hausman; conventional errors).
    package let endogeneity: AnalysisOfVariance.FTest
    /// Whether the instruments contradict each other (Sargan; conventional errors); nil where just identified.
    package let overidentification: HypothesisTest?
    /// What the errors are called.
    package let convention: String
    package let rows: Int
    package let clusters: Int?

    /// - Throws: `.data` for columns that do not fit, are constant or explain each other, by name.
    package init(
        treatment: ObservationalStudy.Covariate,
        outcomes: [Double],
        instruments: [ObservationalStudy.Covariate],
        covariates: [ObservationalStudy.Covariate],
        clusters: [Int]? = nil,
        errors: RegressionErrors? = nil,
        level: Double = 0.95
    ) throws(CausalError) {
        let columns = covariates + [treatment] + instruments
        for column in columns {
            guard column.values.count == outcomes.count else {
                throw .data("\(column.name) has \(column.values.count) values for \(outcomes.count) rows")
            }
            guard column.values.allSatisfy(\.isFinite) else {
                throw .data("\(column.name) has a value that is not a finite number")
            }
            guard Set(column.values.prefix(1)) != Set(column.values) else {
                throw .data("\(column.name) is the same in every row")
            }
        }
        guard outcomes.allSatisfy(\.isFinite) else {
            throw .data("the outcome has a value that is not a finite number")
        }
        if let clusters, ClusterOrder(clusters).count < 2 {
            throw .data("one cluster: nothing is left to compare it with")
        }
        // Independence of all instruments and covariates first, so that a fault has a name.
        try Self.checkRank(covariates + instruments, outcomes)
        try Self.checkRank(covariates + [treatment], outcomes)
        let standard =
            errors?.standardErrors(clusters: clusters)
            ?? clusters.map { .clustered($0, .cr1) } ?? LinearRegression.StandardErrors.hc1
        convention = errors?.title ?? (clusters == nil ? "HC1" : "CR1")
        rows = outcomes.count
        self.clusters = clusters.map { ClusterOrder($0).count }
        let computed = try numbers { () throws(StatisticsError) in
            let model = try InstrumentalVariables(
                response: outcomes,
                exogenous: covariates.map(\.values),
                endogenous: [treatment.values],
                instruments: instruments.map(\.values)
            )
            let plain = try LinearRegression(
                DesignMatrix(columns: [treatment.values] + covariates.map(\.values)),
                response: outcomes
            )
            return (
                ordinary: try plain.estimate(1, errors: standard),
                twoStage: try model.effect(errors: standard),
                limited: try? model.limitedInformation().fit.estimate(covariates.count + 1),
                firstStage: try model.firstStage(),
                robust: try model.robustFirstStage(errors: standard),
                set: try model.andersonRubin(level: level, errors: standard),
                hausman: try model.wuHausman(),
                sargan: instruments.count > 1 ? try model.sargan() : nil
            )
        }
        ordinary = computed.ordinary
        twoStage = computed.twoStage
        limitedInformation = computed.limited
        firstStage = computed.firstStage
        robustFirstStage = computed.robust
        andersonRubin = computed.set
        endogeneity = computed.hausman
        overidentification = computed.sargan
    }

    private static func checkRank(
        _ columns: [ObservationalStudy.Covariate],
        _ outcomes: [Double]
    ) throws(CausalError) {
        do {
            _ = try LinearRegression(DesignMatrix(columns: columns.map(\.values)), response: outcomes)
        } catch .collinear(let column) where column > 0 {
            throw .data("\(columns[column - 1].name) is a linear combination of the other columns")
        } catch {
            throw .statistics(error)
        }
    }
}
