import Foundation
import Statistics

/// How wrong one would have to be for the effect to be none.
package struct StressReport: Sendable {
    /// Of the adjusted regression; nil where it gave no number.
    package var omitted: OmittedCause?
    package var level: Double
    /// The observed columns, the one that would do most first.
    package var benchmarks: [Benchmark]
    /// The E-value, of the doubly robust risk ratio or of the standardised difference.
    package var eValue: EValue?
    /// The largest odds Γ at which the matched pairs still show the effect; nil where they do not at 1.
    package var gamma: Double?
    /// Whether there were one-to-one matched pairs to ask.
    package var hasPairs: Bool

    /// A hidden cause measured by an observed column.
    package struct Benchmark: Sendable, Hashable {
        package var strength: ObservationalStudy.Strength
        /// The effect left if a cause as strong as the column had been left out; nil where none can be.
        package var effectAtOnce: Double?
        /// The effect left by one three times as strong; nil where none can be.
        package var effectAtThrice: Double?
        /// How many times as strong it must be to bring the effect to zero, up to 100; nil where that is not enough
        /// or no cause can be so strong.
        package var timesToZero: Double?
    }

    /// Risk ratios with treatment and outcome that a hidden cause needs.
    package struct EValue: Sendable, Hashable {
        /// The ratio of risks, or exp(0.91 d).
        package var ratio: Double
        package var estimate: Double
        /// Of the interval's bound nearer to none; 1 where the interval contains it.
        package var bound: Double
        /// Whether the ratio stands in for a standardised difference.
        package var isFromDifference: Bool
    }

    init(_ study: ObservationalStudy, estimator: EffectEstimator, level: Double) {
        self.level = level
        omitted = Self.omitted(study, estimator)
        benchmarks = omitted.map { Self.benchmarks(study, $0) } ?? []
        eValue = Self.eValue(study, estimator, level: level)
        let pairs = Self.pairs(study, estimator)
        hasPairs = pairs != nil
        gamma = pairs.flatMap { try? Sensitivity.rosenbaumGamma(differences: $0, level: (1 - level) / 2) }
    }

    private static func omitted(_ study: ObservationalStudy, _ estimator: EffectEstimator) -> OmittedCause? {
        guard let adjustment = try? RegressionAdjustment(study),
            let plain = try? adjustment.effect(errors: .classical),
            let reported = estimator.result(.adjusted).estimate
        else { return nil }
        return try? OmittedCause(
            effect: plain.value,
            standardError: plain.standardError,
            degrees: plain.degreesOfFreedom,
            reportedError: reported.standardError
        )
    }

    private static func benchmarks(_ study: ObservationalStudy, _ cause: OmittedCause) -> [Benchmark] {
        func effect(_ strength: ObservationalStudy.Strength, times: Double) -> Double? {
            OmittedCause.strength(
                times: times,
                treatmentShare: strength.treatmentShare,
                outcomeShare: strength.outcomeShare
            )
            .flatMap { try? cause.effect(withTreatmentShare: $0.treatment, outcomeShare: $0.outcome) }
        }
        let strengths = (try? study.strengths()) ?? []
        return strengths.map { strength in
            Benchmark(
                strength: strength,
                effectAtOnce: effect(strength, times: 1),
                effectAtThrice: effect(strength, times: 3),
                timesToZero: timesToZero(cause.effect) { effect(strength, times: $0) }
            )
        }
        .sorted { one, two in
            let gaps = [one, two].map { $0.effectAtOnce.map { abs($0 - cause.effect) } ?? .infinity }
            return gaps[0] == gaps[1] ? one.strength.source < two.strength.source : gaps[0] > gaps[1]
        }
    }

    /// The strength grows with the times, so the crossing is found by halving.
    private static func timesToZero(_ start: Double, _ effect: (Double) -> Double?) -> Double? {
        func isGone(_ times: Double) -> Bool? { effect(times).map { start < 0 ? $0 >= 0 : $0 <= 0 } }
        var (low, high) = (0.0, 100.0)
        while isGone(high) == nil, high > 1e-3 { high /= 1.05 }
        guard isGone(high) == true else { return nil }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if isGone(middle) == true { high = middle } else { low = middle }
        }
        return high
    }

    private static func eValue(
        _ study: ObservationalStudy,
        _ estimator: EffectEstimator,
        level: Double
    ) -> EValue? {
        guard let means = try? estimator.augmented.get() else { return nil }
        if study.isBinary {
            guard let logarithm = means.logRatio() else { return nil }
            let bounds = logarithm.interval(level: level)
            let interval = ConfidenceInterval(
                low: exp(bounds.low),
                high: exp(bounds.high),
                level: level,
                method: .normal
            )
            guard let estimate = try? Sensitivity.eValue(riskRatio: exp(logarithm.value)),
                let bound = try? Sensitivity.eValue(of: interval)
            else { return nil }
            return EValue(
                ratio: exp(logarithm.value),
                estimate: estimate,
                bound: bound,
                isFromDifference: false
            )
        }
        let control = zip(study.outcomes, study.isTreated).filter { !$0.1 }.map(\.0)
        let deviation = Moments(finite: control).standardDeviation
        guard deviation > 0, let effect = try? means.effect(),
            let values = try? Sensitivity.eValue(
                standardizedDifference: effect.value / deviation,
                standardError: effect.standardError / deviation
            )
        else { return nil }
        return EValue(
            ratio: exp(0.91 * effect.value / deviation),
            estimate: values.estimate,
            bound: values.bound,
            isFromDifference: true
        )
    }

    private static func pairs(_ study: ObservationalStudy, _ estimator: EffectEstimator) -> [Double]? {
        guard let matched = try? estimator.matched.get(), !estimator.options.isWithReplacement,
            estimator.options.ratio == 1
        else { return nil }
        return matched.matching.matches.map { study.outcomes[$0.treated] - study.outcomes[$0.controls[0]] }
    }
}
