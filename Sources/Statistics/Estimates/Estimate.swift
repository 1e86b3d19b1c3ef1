/// A number estimated from data, with its standard error and the law of the two's ratio.
package struct Estimate: Sendable, Hashable {
    package var value: Double
    /// In the unit of `value`; positive.
    package var standardError: Double
    /// Of the Student t law that value over standard error follows; infinite means the normal law.
    package var degreesOfFreedom: Double

    /// Refuses a standard error of zero: no test and no interval follows from it.
    ///
    /// - Throws: `StatisticsError.noVariation`, or `.notFinite`.
    package init(
        value: Double,
        standardError: Double,
        degreesOfFreedom: Double = .infinity
    ) throws(StatisticsError) {
        guard value.isFinite, standardError.isFinite else { throw .notFinite("estimate") }
        guard standardError > 0 else { throw .noVariation("estimate") }
        guard degreesOfFreedom > 0 else { throw .outOfRange("degrees of freedom", rule: "positive") }
        self.value = value
        self.standardError = standardError
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// (value − null) / standard error.
    package func statistic(against null: Double = 0) -> Double {
        (value - null) / standardError
    }

    /// The p-value of the hypothesis that the true value is `null`.
    package func pValue(against null: Double = 0, alternative: Alternative = .twoSided) -> Double {
        alternative.studentTPValue(statistic(against: null), degreesOfFreedom: degreesOfFreedom)
    }

    /// The number of standard errors that an interval of this level reaches to each side.
    package func criticalValue(level: Double = 0.95) -> Double {
        let probability = (1 + level) / 2
        return degreesOfFreedom.isFinite
            ? Distribution.studentTQuantile(probability, degreesOfFreedom: degreesOfFreedom)
            : Distribution.normalQuantile(probability)
    }

    /// The two-sided interval value ± t · standard error.
    package func interval(level: Double = 0.95) -> ConfidenceInterval {
        let half = criticalValue(level: level) * standardError
        return ConfidenceInterval(
            low: value - half,
            high: value + half,
            level: level,
            method: degreesOfFreedom.isFinite ? .studentT : .normal
        )
    }

    /// The bound that the true value exceeds with this confidence, as one-sided decisions need it.
    package func lowerBound(level: Double = 0.95) -> Double {
        value - criticalValue(level: 2 * level - 1) * standardError
    }

    /// The bound that the true value stays below with this confidence.
    package func upperBound(level: Double = 0.95) -> Double {
        value + criticalValue(level: 2 * level - 1) * standardError
    }
}
