import Statistics

/// How many units a design needs, before it starts.
package struct ExperimentPlan: Sendable, Hashable {
    /// Units (or events, where they are independent) of the control.
    package var controlUnits: Int
    /// Units of one treated arm.
    package var treatedUnits: Int
    /// By how much clusters raise the numbers: 1 + (m − 1) · ICC; included in them.
    package var designEffect: Double
    /// The part of the variance that a covariate takes away, in [0, 1); included in the numbers.
    package var varianceReduction: Double
    /// The significance level per comparison that Bonferroni leaves of alpha; included.
    package var alphaPerComparison: Double

    /// What is assumed about the data.
    package struct Assumptions: Sendable, Hashable {
        /// Share or mean in the control.
        package var base: Double
        /// Standard deviation of one unit's value; not for proportions.
        package var standardDeviation: Double?
        /// Events per unit, where events are counted and units randomised.
        package var eventsPerUnit: Double
        /// Intraclass correlation of the events of a unit.
        package var intraclassCorrelation: Double
        /// The squared correlation of metric and covariate (CUPED).
        package var covariateRSquared: Double

        package init(
            base: Double,
            standardDeviation: Double? = nil,
            eventsPerUnit: Double = 1,
            intraclassCorrelation: Double = 0,
            covariateRSquared: Double = 0
        ) {
            self.base = base
            self.standardDeviation = standardDeviation
            self.eventsPerUnit = eventsPerUnit
            self.intraclassCorrelation = intraclassCorrelation
            self.covariateRSquared = covariateRSquared
        }
    }

    /// Plans for the first metric of a design to show a change of `effect`, in the unit of the metric.
    ///
    /// Proportions by the pooled normal formula, means by the noncentral t law. Several treated arms or
    /// metrics share alpha (Bonferroni: what a plan can promise of any correction).
    ///
    /// - Throws: `.design` for an invalid design or a missing deviation, `.statistics` for an effect that no
    ///   number of units shows.
    package init(
        _ design: ExperimentDesign,
        effect: Double,
        assuming assumptions: Assumptions
    ) throws(ExperimentError) {
        try design.validate()
        let rho = assumptions.intraclassCorrelation
        guard assumptions.eventsPerUnit >= 1, (0...1).contains(rho) else {
            throw .design("assumptions: at least one event per unit, correlation in [0, 1]")
        }
        guard (0..<1).contains(assumptions.covariateRSquared) else {
            throw .design("assumptions: the covariate's R² in [0, 1)")
        }
        designEffect = 1 + (assumptions.eventsPerUnit - 1) * rho
        varianceReduction = assumptions.covariateRSquared
        alphaPerComparison = design.alpha / Double(design.metrics.count * (design.arms.count - 1))
        // The smallest treated arm decides.
        let treated = design.arms.dropFirst().map(\.share).min() ?? 1
        let ratio = treated / design.arms[0].share
        let alpha = alphaPerComparison
        let independent = try numbers { () throws(StatisticsError) -> Double in
            guard design.metrics[0].kind == .mean else {
                let power = try ProportionPower(base: assumptions.base, ratio: ratio, alpha: alpha)
                return try power.unitsOfFirstArm(toDetect: assumptions.base + effect, power: design.power)
            }
            guard let deviation = assumptions.standardDeviation else {
                throw .outOfRange("standard deviation", rule: "given for a mean")
            }
            guard deviation > 0 else { throw .outOfRange("standard deviation", rule: "positive") }
            return try MeanPower(.twoArms(ratio: ratio), alpha: alpha)
                .units(for: effect / deviation, power: design.power)
        }
        let needed = independent * designEffect * (1 - varianceReduction)
        guard needed < 1e15 else { throw .design("effect: more than 1e15 units are needed") }
        controlUnits = Int(needed.rounded(.up))
        treatedUnits = Int((needed * ratio).rounded(.up))
    }
}
