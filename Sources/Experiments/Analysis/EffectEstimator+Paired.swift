import Statistics

extension EffectEstimator {
    /// The mean difference inside units, by the paired t law.
    func paired(_ new: [Double], _ base: [Double]) throws(StatisticsError) -> Raw {
        let (one, two) = (try Moments(of: new, "treated"), try Moments(of: base, "control"))
        return try paired(treatedValue: one.mean, controlValue: two.mean, differences: zip(new, base).map(-))
    }

    /// The difference of two ratios over the same units: paired t on the units' linearised parts.
    func paired(_ new: LinearizedRatio, _ base: LinearizedRatio) throws(StatisticsError) -> Raw {
        guard new.value.isFinite, base.value.isFinite else {
            throw .outOfRange("sum of denominators", rule: "positive")
        }
        return try paired(
            treatedValue: new.value,
            controlValue: base.value,
            differences: zip(new.parts, base.parts).map(-)
        )
    }

    private func paired(
        treatedValue: Double,
        controlValue: Double,
        differences: [Double]
    ) throws(StatisticsError) -> Raw {
        let moments = try Moments(of: differences, "differences")
        guard moments.count >= 2 else { throw .tooFew("paired units", needed: 2, given: moments.count) }
        let estimate = try Estimate(
            value: treatedValue - controlValue,
            standardError: moments.meanVariance.squareRoot(),
            degreesOfFreedom: Double(moments.count - 1)
        )
        return Raw(
            controlValue: controlValue,
            treatedValue: treatedValue,
            estimate: estimate,
            unadjusted: estimate,
            test: "paired t",
            pValue: estimate.pValue()
        )
    }
}
