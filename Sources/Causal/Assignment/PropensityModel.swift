package import Statistics

/// The chance of treatment given the covariates, by logistic regression.
package struct PropensityModel: Sendable {
    package let fit: LogisticRegression
    let design: DesignMatrix
    let isTreated: [Bool]

    /// - Throws: `.noOverlap` where covariates separate the arms, `.statistics`.
    package init(_ study: ObservationalStudy) throws(CausalError) {
        do {
            fit = try LogisticRegression(study.design, outcomes: study.isTreated)
        } catch .separated {
            throw .noOverlap(
                "the covariates tell treated from untreated rows without error: nobody is comparable"
            )
        } catch {
            throw .statistics(error)
        }
        design = study.design
        isTreated = study.isTreated
    }

    /// The chance of each row.
    package var scores: [Double] { fit.probabilities }

    /// Logits of the scores: the scale of calipers.
    package var logits: [Double] { (0..<design.rows).map { design.product(row: $0, fit.coefficients) } }

    /// The chance that a treated row scores above an untreated one: ½ for arms alike, 1 for none comparable.
    ///
    /// - Throws: `.tooFew`.
    package func areaUnderCurve() throws(StatisticsError) -> Double {
        try LogisticRegression.areaUnderCurve(scores: scores, outcomes: isTreated)
    }

    /// What each row adds through the fitted coefficients to an estimate with this gradient in them.
    ///
    /// The coefficients' influence is n · I⁻¹ x (t − e), with the observed information I.
    func contributions(gradient: [Double]) -> [Double] {
        let width = design.columns
        let direction = Matrix.product(fit.covariance, gradient, rows: width, inner: width, columns: 1)
        let count = Double(design.rows)
        let scores = scores
        return scores.indices.map { row in
            count * design.product(row: row, direction) * ((isTreated[row] ? 1 : 0) - scores[row])
        }
    }

    /// The mean over rows of factor · x, the gradient of a mean whose rows change by `factor` per logit.
    func meanGradient(_ factor: (Int) -> Double) -> [Double] {
        var sum = [Double](repeating: 0, count: design.columns)
        for row in 0..<design.rows {
            let factor = factor(row)
            guard factor != 0 else { continue }
            for column in 0..<design.columns {
                sum[column] += factor * design.values[row * design.columns + column]
            }
        }
        return sum.map { $0 / Double(design.rows) }
    }
}

/// How far the arms' propensity scores overlap.
package struct Overlap: Sendable, Hashable {
    /// The lowest and highest score of the treated rows.
    package var treated: ClosedRange<Double>
    package var control: ClosedRange<Double>
    /// Rows whose score the other arm's range does not contain.
    package var unsupported: Int
    /// Rows whose score is below 0.1 or above 0.9, where a weight exceeds ten (Crump and others 2009).
    package var extreme: Int
    /// Rows of each arm with scores in [0, .1), [.1, .2), … [.9, 1].
    package var treatedTenths: [Int]
    package var controlTenths: [Int]

    package init(scores: [Double], isTreated: [Bool]) throws(StatisticsError) {
        try Require.sameLength(scores.count, isTreated.count, "scores and treatments")
        let groups = [false, true].map { arm in zip(scores, isTreated).filter { $0.1 == arm }.map(\.0) }
        guard let lowControl = groups[0].min(), let highControl = groups[0].max(),
            let lowTreated = groups[1].min(), let highTreated = groups[1].max()
        else { throw .tooFew("rows of an arm", needed: 1, given: 0) }
        treated = lowTreated...highTreated
        control = lowControl...highControl
        let (treated, control) = (treated, control)
        unsupported = zip(scores, isTreated).count {
            $0.1 ? !control.contains($0.0) : !treated.contains($0.0)
        }
        extreme = scores.count { $0 < 0.1 || $0 > 0.9 }
        func tenths(_ scores: [Double]) -> [Int] {
            var counts = [Int](repeating: 0, count: 10)
            for score in scores { counts[min(9, max(0, Int(score * 10)))] += 1 }
            return counts
        }
        treatedTenths = tenths(groups[1])
        controlTenths = tenths(groups[0])
    }
}
