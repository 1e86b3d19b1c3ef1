import Foundation
import Statistics

/// What one unit shows of one metric.
struct UnitDraw {
    /// The unit's value, or its sum over events.
    var value: Double
    var denominator: Double
    /// Known before the experiment: it does not move with the effect.
    var covariate: Double
}

extension MetricAssumptions {
    /// Draws a unit whose metric moves by `shift` on average, in the unit of the metric.
    ///
    /// Shares: beta-binomial; a rise turns failures into successes, a fall the other way. Other values: normal or
    /// lognormal with a part that all events of the unit have in common.
    func draw(shift: Double, _ generator: inout SeededGenerator) -> UnitDraw {
        let events = events(&generator)
        let (plain, moved) =
            isShare ? successes(events, shift, &generator) : sums(events, shift, &generator)
        // The unit's part of a ratio of sums, y − base · m, has the variance σ² m̄ · design effect over all units.
        let deviation = (variance * eventsPerUnit * designEffect).squareRoot()
        let score = deviation > 0 ? (plain - base * events) / deviation : 0
        return UnitDraw(
            value: moved,
            denominator: events,
            covariate: covariateRSquared.squareRoot() * score
                + (1 - covariateRSquared).squareRoot() * generator.normal()
        )
    }

    /// At least one; lognormal around the mean where units differ.
    private func events(_ generator: inout SeededGenerator) -> Double {
        guard eventsPerUnit > 1 else { return 1 }
        guard eventsVariation > 0 else {
            // 2.5 events are two for one half of the units and three for the other.
            return (eventsPerUnit - generator.uniform()).rounded(.up)
        }
        let spread = log(1 + eventsVariation * eventsVariation)
        let number = exp(log(eventsPerUnit) - spread / 2 + spread.squareRoot() * generator.normal())
        return max(1, number.rounded())
    }

    private func successes(
        _ events: Double,
        _ shift: Double,
        _ generator: inout SeededGenerator
    ) -> (plain: Double, moved: Double) {
        var habit = base
        if intraclassCorrelation > 0 {
            let size = 1 / intraclassCorrelation - 1
            habit = generator.beta(base * size, (1 - base) * size)
        }
        let moved =
            shift >= 0 ? habit + (1 - habit) * shift / (1 - base) : habit * (1 + shift / base)
        var counts = (plain: 0.0, moved: 0.0)
        for _ in 0..<Int(events) {
            let luck = generator.uniform()
            if luck < habit { counts.plain += 1 }
            if luck < moved { counts.moved += 1 }
        }
        return counts
    }

    private func sums(
        _ events: Double,
        _ shift: Double,
        _ generator: inout SeededGenerator
    ) -> (plain: Double, moved: Double) {
        let common = generator.normal()
        var sum = 0.0
        switch shape {
        case .normal:
            let own = ((1 - intraclassCorrelation) / events).squareRoot() * generator.normal()
            sum =
                events * (base + variance.squareRoot() * (intraclassCorrelation.squareRoot() * common + own))
        case .lognormal:
            let spread = log(1 + variance / (base * base))
            // The correlation of the logarithms that gives events the stated one.
            let shared = log(1 + intraclassCorrelation * (exp(spread) - 1)) / spread
            for _ in 0..<Int(events) {
                let score = shared.squareRoot() * common + (1 - shared).squareRoot() * generator.normal()
                sum += exp(log(base) - spread / 2 + spread.squareRoot() * score)
            }
        }
        return (sum, sum + shift * events)
    }
}
