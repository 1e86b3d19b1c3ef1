import Foundation
import Statistics

/// One rule of a gate, measured for each part it asks about.
struct RuleCheck {
    private let rule: GateRule
    private let kind: GateCheck.Kind
    private let comparison: ModelComparison

    init(_ rule: GateRule, kind: GateCheck.Kind, base: GateRun, candidate: GateRun) {
        self.rule = rule
        self.kind = kind
        comparison = ModelComparison(
            base: base.tasks,
            candidate: candidate.tasks,
            metric: rule.metric,
            by: rule.dimension.map { [$0] } ?? []
        )
    }

    private var effects: [Effect] {
        rule.dimension == nil ? [comparison.overall].compactMap(\.self) : comparison.segments
    }

    /// Parts with tasks enough to be judged.
    var judgedParts: Int { effects.count { $0.tasks >= rule.minimumTasks } }

    /// The checks, where so many parts of all rules together may fail the gate.
    func checks(parts: Int) -> [GateCheck] {
        guard !effects.isEmpty else {
            let finding = Self.absence(of: rule, in: comparison)
            return [GateCheck(kind, .inconclusive, demand: rule.demand(for: nil), finding: finding)]
        }
        return effects.map { Self.check(rule, kind, $0, parts: max(1, parts)) }
    }

    private static func absence(of rule: GateRule, in comparison: ModelComparison) -> String {
        if comparison.pairing.shared.isEmpty { return "the runs share no task" }
        if comparison.overall == nil {
            let needed = rule.metric.samplesNeeded
            return "no shared task has \(rule.metric.name) in both runs"
                + (needed > 1 ? ": it needs \(needed) judged samples" : "")
        }
        return "no shared task has a \(rule.dimension?.rawValue ?? "value")"
    }

    /// Judges one part, in gains.
    ///
    /// More gain is better, whatever the metric's direction.
    private static func check(
        _ rule: GateRule,
        _ kind: GateCheck.Kind,
        _ effect: Effect,
        parts: Int
    ) -> GateCheck {
        let demand = rule.demand(for: effect.segment)
        let (reading, population) = reading(for: rule, of: effect)
        guard let reading else {
            let state: GateCheck.State = effect.tasks < rule.minimumTasks ? .notJudged : .inconclusive
            let measure = GateCheck.Measure(
                rule: rule,
                effect: effect,
                reading: nil,
                population: population,
                low: -1,
                high: 1
            )
            return GateCheck(
                kind,
                state,
                demand: demand,
                finding: effect.tasks == 1 ? "one task, no interval" : "one cluster of tasks, no interval",
                measure: measure
            )
        }
        let sign: Double = rule.metric.isHigherBetter ? 1 : -1
        let below = reading.interval(level: 1 - 2 * rule.alpha)
        let above = reading.interval(level: 1 - 2 * rule.alpha / Double(parts))
        let low = sign > 0 ? below.low : -below.high
        let high = sign > 0 ? above.high : -above.low
        let limit = rule.kind == .better ? rule.margin : -rule.margin
        let state: GateCheck.State =
            effect.tasks < rule.minimumTasks
            ? .notJudged : low > limit ? .passed : high < limit ? .failed : .inconclusive
        let gain = sign * reading.difference
        let measure = GateCheck.Measure(
            rule: rule,
            effect: effect,
            reading: reading,
            population: population,
            low: low,
            high: high,
            tasksToSettle: state == .inconclusive
                ? tasksToSettle(reading, gain: gain, limit: limit, alpha: rule.alpha, tasks: effect.tasks)
                : nil
        )
        let range = "gain \(points(gain)) pp, " + Self.words(state, low: low, high: high)
        let few = state == .notJudged ? ": only \(effect.tasks) of \(rule.minimumTasks) tasks" : ""
        return GateCheck(kind, state, demand: demand, finding: range + few, measure: measure)
    }

    private static func words(_ state: GateCheck.State, low: Double, high: Double) -> String {
        switch state {
        case .passed: "at least \(points(low))"
        case .failed: "at most \(points(high))"
        case .inconclusive, .notJudged: "between \(points(low)) and \(points(high))"
        }
    }

    /// The reading asked for, or the wider one where a task has a single sample: its spread holds the noise too.
    private static func reading(
        for rule: GateRule,
        of effect: Effect
    ) -> (DifferenceReading?, GateRule.Population) {
        if rule.population == .suite, let reading = effect.thisSuite { return (reading, .suite) }
        return (effect.newTasks, .tasks)
    }

    /// T · (z · SE / (gain − limit))², the tasks at which the one-sided interval is as wide as the distance.
    private static func tasksToSettle(
        _ reading: DifferenceReading,
        gain: Double,
        limit: Double,
        alpha: Double,
        tasks: Int
    ) -> Double? {
        let distance = abs(gain - limit)
        guard reading.standardError > 0, distance > 1e-6 else { return nil }
        let ratio = Distribution.normalQuantile(1 - alpha) * reading.standardError / distance
        return max(Double(tasks) + 1, (Double(tasks) * ratio * ratio).rounded(.up))
    }

    static func points(_ share: Double) -> String {
        let text = String(format: "%+.1f", share * 100)
        return (text == "-0.0" || text == "+0.0" ? "0.0" : text).replacingOccurrences(of: "-", with: "−")
    }
}

extension GateRule {
    /// The rule in words, for all tasks or one part of them.
    package func demand(for segment: ComparisonSegment?) -> String {
        let place = segment.map { ", \($0.dimension.rawValue) \($0.value)" } ?? ""
        let size = String(format: "%.1f pp", margin * 100)
        switch kind {
        case .notWorse: return "\(metric.name) not worse by more than \(size)\(place)"
        case .better:
            return margin > 0 ? "\(metric.name) better by \(size)\(place)" : "\(metric.name) better\(place)"
        }
    }
}
