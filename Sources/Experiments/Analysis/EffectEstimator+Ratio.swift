import Statistics

extension EffectEstimator {
    func ratios(_ new: RatioMetric, _ base: RatioMetric) throws(StatisticsError) -> Raw {
        // Few units: t with Welch's degrees rather than the normal law.
        let one = try Estimate(
            value: new.estimate.value,
            standardError: new.estimate.standardError,
            degreesOfFreedom: Double(new.units - 1)
        )
        let two = try Estimate(
            value: base.estimate.value,
            standardError: base.estimate.standardError,
            degreesOfFreedom: Double(base.units - 1)
        )
        let estimate = try DeltaMethod.difference(one, two)
        var raw = Raw(
            controlValue: two.value,
            treatedValue: one.value,
            estimate: estimate,
            unadjusted: estimate,
            test: "t, delta method over units",
            pValue: estimate.pValue(),
            relative: lift(one, two)
        )
        if let first = new.naiveStandardError, let second = base.naiveStandardError {
            let naive = try Estimate(
                value: estimate.value,
                standardError: (first * first + second * second).squareRoot()
            )
            let ratio = estimate.standardError / naive.standardError
            raw.designEffect = ratio * ratio
            raw.naivePValue = naive.pValue()
        }
        return raw
    }

    /// Takes the covariate out of a difference of ratios: CUPED on the linearised metric.
    func adjusted(
        _ plain: Raw,
        _ new: LinearizedRatio?,
        _ base: LinearizedRatio?
    ) throws(StatisticsError) -> Raw {
        guard let new, let base else { return plain }
        let before = try [new.covariate, base.covariate].map { values throws(StatisticsError) in
            try Moments(of: values, "covariate")
        }
        // Inside the arms: the parts have the mean zero in each.
        let centred =
            zip(new.covariate, new.parts).map { ($0 - before[0].mean, $1) }
            + zip(base.covariate, base.parts).map { ($0 - before[1].mean, $1) }
        let spread = centred.reduce(0) { $0 + $1.0 * $1.0 }
        guard spread > 0 else { throw .noVariation("covariate") }
        let theta = centred.reduce(0) { $0 + $1.0 * $1.1 } / spread
        let rest = try [new, base].map { arm throws(StatisticsError) in
            try Moments(of: zip(arm.parts, arm.covariate).map { $0 - theta * $1 })
        }
        let arms = try zip(rest, [plain.treatedValue, plain.controlValue]).map {
            moments,
            value throws(StatisticsError) in
            try Estimate(
                value: value,
                standardError: moments.meanVariance.squareRoot(),
                degreesOfFreedom: Double(moments.count - 1)
            )
        }
        var difference = try DeltaMethod.difference(arms[0], arms[1])
        difference.value -= theta * (before[0].mean - before[1].mean)
        let ratio = difference.standardError / plain.unadjusted.standardError
        var raw = plain
        raw.estimate = difference
        raw.test = "t, delta method over units after CUPED"
        raw.pValue = difference.pValue()
        raw.relative = lift(difference, of: plain.controlValue, treated: arms[0], control: arms[1])
        raw.varianceReduction = max(0, 1 - ratio * ratio)
        return raw
    }
}

/// A unit's part of its arm's ratio, (y − R x)/mean(x), and what was known of the unit before.
struct LinearizedRatio {
    /// The arm's ratio R.
    var value: Double
    var parts: [Double]
    var covariate: [Double]

    init(_ numerators: [Double], _ denominators: [Double], covariate: [Double]) {
        let total = denominators.reduce(0, +)
        let ratio = numerators.reduce(0, +) / total
        let mean = total / Double(denominators.count)
        value = ratio
        parts = zip(numerators, denominators).map { ($0 - ratio * $1) / mean }
        self.covariate = covariate
    }
}
