import Experiments
import Foundation
import Statistics

/// Decimal places that suit an effect: two digits of its standard error, so that noise is not printed as news.
struct EffectScale {
    private let places: Int

    init(_ effect: MetricEffect) {
        let error = effect.estimate.standardError
        places = error > 0 ? min(12, max(0, 1 - Int(log10(error).rounded(.down)))) : 2
    }

    func text(_ value: Double) -> String { Numbers.fixed(value, places: places) }

    func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + text(value) }

    func interval(_ interval: ConfidenceInterval) -> String {
        "[\(text(interval.low)), \(text(interval.high))]"
    }
}
