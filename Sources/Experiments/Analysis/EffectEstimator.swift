import Statistics

/// Computes the effect of one arm on one metric.
struct EffectEstimator {
    var design: ExperimentDesign
    var metric: Metric

    /// Everything about an effect that does not depend on the other comparisons.
    struct Raw {
        var controlValue: Double
        var treatedValue: Double
        var estimate: Estimate
        var unadjusted: Estimate
        var test: String
        var pValue: Double
        var relative: Estimate?
        var interval: ConfidenceInterval?
        var effectSize: Double?
        var varianceReduction: Double?
        var winsorized: Winsorized?
        var designEffect: Double?
        var naivePValue: Double?
    }

    func effect(treated: ArmSample, control: ArmSample) throws(StatisticsError) -> MetricEffect {
        let raw: Raw
        switch (treated, control) {
        case (.values(let new, _), .values(let base, _)) where design.isPaired:
            raw = try paired(new, base)
        case (.ratio(let newTop, let newBottom, _), .ratio(let baseTop, let baseBottom, _))
        where design.isPaired:
            raw = try paired(
                LinearizedRatio(newTop, newBottom, covariate: []),
                LinearizedRatio(baseTop, baseBottom, covariate: [])
            )
        case (.proportion(let new), .proportion(let base)): raw = try proportions(new, base)
        case (.values(let new, let newBefore), .values(let base, let baseBefore)):
            raw = try means(new, base, newBefore, baseBefore)
        case (.ratio(let newTop, let newBottom, let new), .ratio(let baseTop, let baseBottom, let base)):
            raw = try adjusted(
                ratios(
                    RatioMetric(numerators: newTop, denominators: newBottom),
                    RatioMetric(numerators: baseTop, denominators: baseBottom)
                ),
                new.isEmpty ? nil : LinearizedRatio(newTop, newBottom, covariate: new),
                base.isEmpty ? nil : LinearizedRatio(baseTop, baseBottom, covariate: base)
            )
        case (.proportion, _), (.values, _), (.ratio, _):
            throw .outOfRange("samples", rule: "of one kind in both arms")
        }
        return try complete(raw, treated.units, control.units)
    }

    // MARK: - Kinds

    private func proportions(_ new: Proportion, _ base: Proportion) throws(StatisticsError) -> Raw {
        let pair = TwoProportions(new, base)
        let test = try pair.pooledZ()
        // Arms without both outcomes have a test but no Wald error; the pooled one then stands in.
        let estimate = try Estimate(
            value: pair.difference,
            standardError: pair.standardError > 0
                ? pair.standardError : abs(pair.difference / test.statistic)
        )
        let one = try? Estimate(
            value: new.share,
            standardError: (new.share * (1 - new.share) / Double(new.trials)).squareRoot()
        )
        let two = try? Estimate(
            value: base.share,
            standardError: (base.share * (1 - base.share) / Double(base.trials)).squareRoot()
        )
        return Raw(
            controlValue: base.share,
            treatedValue: new.share,
            estimate: estimate,
            unadjusted: estimate,
            test: "z, pooled variance",
            pValue: test.pValue,
            relative: lift(one, two),
            interval: try pair.interval(level: 1 - design.alpha),
            effectSize: pair.cohenH
        )
    }

    private func means(
        _ new: [Double],
        _ base: [Double],
        _ newBefore: [Double],
        _ baseBefore: [Double]
    ) throws(StatisticsError) -> Raw {
        var (one, two) = (new, base)
        var winsorized: Winsorized?
        if let cap = metric.cap {
            let result = try Winsorized.apply(quantile: cap, to: new, base)
            (one, two, winsorized) = (result.first, result.second, result.summary)
        }
        let plain = try TwoMeans(one, two)
        let unadjusted = try plain.welch()
        var estimate = unadjusted
        var relative = lift(Self.mean(plain.first), Self.mean(plain.second))
        var reduction: Double?
        if !newBefore.isEmpty || !baseBefore.isEmpty {
            let adjusted = try ControlVariate(
                first: one,
                second: two,
                firstCovariates: [newBefore],
                secondCovariates: [baseBefore]
            )
            let rest = try TwoMeans(adjusted.first, adjusted.second)
            estimate = try rest.welch()
            relative = lift(
                estimate,
                of: plain.second.mean,
                treated: Self.mean(rest.first),
                control: Self.mean(rest.second)
            )
            reduction = adjusted.varianceReduction
        }
        return Raw(
            controlValue: plain.second.mean,
            treatedValue: plain.first.mean,
            estimate: estimate,
            unadjusted: unadjusted,
            test: reduction == nil ? "Welch t" : "Welch t after CUPED",
            pValue: estimate.pValue(),
            relative: relative,
            effectSize: try? EffectSize.cohenD(plain),
            varianceReduction: reduction,
            winsorized: winsorized
        )
    }

    // MARK: - Common part

    private func complete(_ raw: Raw, _ treated: Int, _ control: Int) throws(StatisticsError) -> MetricEffect
    {
        let estimate = raw.estimate
        var interval = raw.interval ?? estimate.interval(level: 1 - design.alpha)
        var pValue = raw.pValue
        if design.isMonitored, let horizon = design.horizon {
            let units = Double(min(treated, control))
            let anytime = try AlwaysValid(
                tunedFor: Double(horizon),
                deviation: estimate.standardError * units.squareRoot(),
                alpha: design.alpha
            )
            interval = anytime.interval(of: estimate, level: 1 - design.alpha)
            pValue = anytime.pValue(of: estimate)
        }
        let gain = try Estimate(
            value: metric.sign * estimate.value,
            standardError: estimate.standardError,
            degreesOfFreedom: estimate.degreesOfFreedom
        )
        let posterior = try NormalPosterior(of: gain)
        let reach =
            Distribution.normalQuantile(1 - design.alpha / 2) + Distribution.normalQuantile(design.power)
        return MetricEffect(
            controlValue: raw.controlValue,
            treatedValue: raw.treatedValue,
            controlUnits: control,
            treatedUnits: treated,
            estimate: estimate,
            unadjusted: raw.unadjusted,
            test: raw.test,
            pValue: pValue,
            relative: raw.relative,
            interval: interval,
            effectSize: raw.effectSize,
            varianceReduction: raw.varianceReduction,
            winsorized: raw.winsorized,
            designEffect: raw.designEffect,
            naivePValue: raw.naivePValue,
            probabilityOfGain: posterior.probability(),
            expectedLoss: posterior.expectedLossOfShipping,
            minimumDetectableEffect: reach * estimate.standardError,
            reading: .unresolved
        )
    }

    private static func mean(_ moments: Moments) -> Estimate? {
        try? Estimate(
            value: moments.mean,
            standardError: moments.meanVariance.squareRoot(),
            degreesOfFreedom: Double(moments.count - 1)
        )
    }

    func lift(_ new: Estimate?, _ base: Estimate?) -> Estimate? {
        guard let new, let base else { return nil }
        return try? DeltaMethod.relativeLift(new: new, base: base)
    }

    /// The lift of an effect that a covariate made more precise, over the control's plain value.
    func lift(_ effect: Estimate, of base: Double, treated: Estimate?, control: Estimate?) -> Estimate? {
        guard let treated, let control else { return nil }
        var (new, old) = (treated, control)
        new.value = base + effect.value
        old.value = base
        return lift(new, old)
    }
}
