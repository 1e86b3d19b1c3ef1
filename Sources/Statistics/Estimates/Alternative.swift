/// What a test holds against its null hypothesis.
package enum Alternative: String, Sendable, Hashable, CaseIterable, Codable {
    case twoSided = "two-sided"
    case greater
    case less

    /// The p-value of a statistic that is standard normal under the null hypothesis.
    func normalPValue(_ z: Double) -> Double {
        switch self {
        case .twoSided: min(1, 2 * Distribution.normalSurvival(abs(z)))
        case .greater: Distribution.normalSurvival(z)
        case .less: Distribution.normalCumulative(z)
        }
    }

    /// The p-value of a sum of ranks, from its distance to the expectation; `shift` corrects for continuity.
    ///
    /// Against both sides the distance shrinks by the shift, and may turn negative: the p-value is then 1.
    func rankPValue(gap: Double, shift: Double, variance: Double) -> Double {
        let deviation = variance.squareRoot()
        return switch self {
        case .twoSided: min(1, 2 * Distribution.normalSurvival((abs(gap) - shift) / deviation))
        case .greater: Distribution.normalSurvival((gap - shift) / deviation)
        case .less: Distribution.normalCumulative((gap + shift) / deviation)
        }
    }

    /// The p-value of a Student t statistic; infinite degrees of freedom mean the normal law.
    func studentTPValue(_ t: Double, degreesOfFreedom: Double) -> Double {
        guard degreesOfFreedom.isFinite else { return normalPValue(t) }
        return switch self {
        case .twoSided:
            min(1, 2 * Distribution.studentTSurvival(abs(t), degreesOfFreedom: degreesOfFreedom))
        case .greater: Distribution.studentTSurvival(t, degreesOfFreedom: degreesOfFreedom)
        case .less: Distribution.studentTCumulative(t, degreesOfFreedom: degreesOfFreedom)
        }
    }
}

/// The outcome of a test of a null hypothesis.
package struct HypothesisTest: Sendable, Hashable {
    /// The value of the test statistic, in the scale that the test documents.
    package var statistic: Double
    /// Degrees of freedom of the reference law; nil where it has none (normal, exact).
    package var degreesOfFreedom: Double?
    /// In [0, 1]; computed as a tail, so small values keep their digits.
    package var pValue: Double

    package init(statistic: Double, degreesOfFreedom: Double? = nil, pValue: Double) {
        self.statistic = statistic
        self.degreesOfFreedom = degreesOfFreedom
        self.pValue = pValue
    }
}
