/// What is assumed about a metric's data before there are any.
package struct MetricAssumptions: Sendable, Hashable, Codable {
    /// How values of one event are spread; shares are binary whatever is said here.
    package enum Shape: String, Sendable, Hashable, Codable, CaseIterable {
        case normal
        /// Positive with a long tail, as latencies and costs are.
        case lognormal
    }

    /// Share or mean in the control.
    package var base: Double
    /// Standard deviation of one event's value; nil for shares, whose base says it.
    package var standardDeviation: Double?
    /// Mean number of events per unit, where events are counted and units randomised.
    package var eventsPerUnit: Double
    /// Standard deviation of the number of events per unit over its mean; 0 where all units have as many.
    package var eventsVariation: Double
    /// Intraclass correlation of the events of a unit.
    package var intraclassCorrelation: Double
    /// The squared correlation of a unit's metric and covariate (CUPED), in [0, 1).
    package var covariateRSquared: Double
    package var shape: Shape

    package init(
        base: Double,
        standardDeviation: Double? = nil,
        eventsPerUnit: Double = 1,
        eventsVariation: Double = 0,
        intraclassCorrelation: Double = 0,
        covariateRSquared: Double = 0,
        shape: Shape = .normal
    ) {
        self.base = base
        self.standardDeviation = standardDeviation
        self.eventsPerUnit = eventsPerUnit
        self.eventsVariation = eventsVariation
        self.intraclassCorrelation = intraclassCorrelation
        self.covariateRSquared = covariateRSquared
        self.shape = shape
    }

    /// By how much events of one unit raise a variance: 1 + ((1 + cv²) m − 1) · ICC.
    ///
    /// Kish 1965; with the variation of cluster sizes as Eldridge, Ashby and Kerry (2006).
    package var designEffect: Double {
        1 + ((1 + eventsVariation * eventsVariation) * eventsPerUnit - 1) * intraclassCorrelation
    }

    /// Whether events are yes or no: no deviation is stated, and the base is a share.
    var isShare: Bool { standardDeviation == nil }

    /// The variance of one event's value.
    var variance: Double { standardDeviation.map { $0 * $0 } ?? base * (1 - base) }

    func validate(_ metric: Metric) throws(ExperimentError) {
        func refuse(_ rule: String) -> ExperimentError { .design("assumptions of \(metric.name): \(rule)") }
        let numbers = [base, standardDeviation ?? 1, eventsPerUnit, eventsVariation]
        guard numbers.allSatisfy(\.isFinite) else { throw refuse("a number that is not finite") }
        if let standardDeviation {
            guard metric.kind != .proportion else { throw refuse("a proportion has no deviation of its own") }
            guard standardDeviation > 0 else { throw refuse("a deviation that is not positive") }
            if shape == .lognormal, base <= 0 { throw refuse("a lognormal base that is not positive") }
        } else {
            guard metric.kind != .mean else { throw refuse("a mean needs the deviation of one value") }
            guard base > 0, base < 1 else {
                throw refuse("a share in (0, 1), or the deviation of one event's value")
            }
        }
        guard eventsPerUnit >= 1 else { throw refuse("at least one event per unit") }
        guard eventsVariation >= 0 else { throw refuse("a variation of events below 0") }
        guard (0..<1).contains(intraclassCorrelation) else { throw refuse("a correlation in [0, 1)") }
        guard (0..<1).contains(covariateRSquared) else { throw refuse("the covariate's R² in [0, 1)") }
    }
}
