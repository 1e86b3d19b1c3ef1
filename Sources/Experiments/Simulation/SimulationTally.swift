import Statistics

/// How the analysis of a design fared over simulated experiments of one kind.
package struct SimulationTally: Sendable, Hashable {
    /// One metric or guardrail of all treated arms.
    package struct MetricCounts: Sendable, Hashable {
        /// Comparisons that had a number.
        package var estimated = 0
        /// Intervals that contain the true effect.
        package var covered = 0
        /// Gains claimed, of any size.
        package var gains = 0
        /// Guardrails found kept, and broken.
        package var kept = 0
        package var broken = 0
    }

    package var experiments = 0
    /// Experiments in which some arm is shipped, every arm is held, or neither.
    package var shipped = 0
    package var held = 0
    package var undecided = 0
    /// Some metric differs, after the correction, when the data are complete.
    package var alarms = 0
    /// The same at one look or more.
    package var alarmsAtAnyLook = 0
    /// Some arm is shipped at one look or more.
    package var shippedAtAnyLook = 0
    /// Units per arm (the smallest) when an arm was first shipped, summed.
    package var unitsWhenShipped = 0
    /// Some metric differs by the p-value that takes events as independent, uncorrected.
    package var naiveAlarms = 0
    /// Experiments with such a p-value.
    package var naive = 0
    /// Experiments that could not be analysed at all.
    package var refused = 0
    package var metrics: [String: MetricCounts] = [:]

    static func + (left: SimulationTally, right: SimulationTally) -> SimulationTally {
        var sum = left
        sum.experiments += right.experiments
        sum.shipped += right.shipped
        sum.held += right.held
        sum.undecided += right.undecided
        sum.alarms += right.alarms
        sum.alarmsAtAnyLook += right.alarmsAtAnyLook
        sum.shippedAtAnyLook += right.shippedAtAnyLook
        sum.unitsWhenShipped += right.unitsWhenShipped
        sum.naiveAlarms += right.naiveAlarms
        sum.naive += right.naive
        sum.refused += right.refused
        for (name, counts) in right.metrics {
            var own = sum.metrics[name] ?? MetricCounts()
            own.estimated += counts.estimated
            own.covered += counts.covered
            own.gains += counts.gains
            own.kept += counts.kept
            own.broken += counts.broken
            sum.metrics[name] = own
        }
        return sum
    }

    /// Counts the analysis of complete data.
    mutating func count(_ analysis: ExperimentAnalysis, shifts: [String: Double]) {
        let actions = analysis.recommendations.map(\.action)
        if actions.contains(.ship) {
            shipped += 1
        } else if actions.allSatisfy({ $0 == .hold }) {
            held += 1
        } else {
            undecided += 1
        }
        let effects = analysis.metrics.compactMap(\.effect)
        if analysis.hasAlarm { alarms += 1 }
        let naive = effects.compactMap(\.naivePValue)
        if !naive.isEmpty { self.naive += 1 }
        if naive.contains(where: { $0 < analysis.design.alpha }) { naiveAlarms += 1 }
        for result in analysis.metrics { count(result, nil, shifts, analysis.design) }
        for guardrail in analysis.guardrails {
            count(guardrail.result, guardrail.status, shifts, analysis.design)
        }
    }

    private mutating func count(
        _ result: MetricResult,
        _ status: GuardrailResult.Status?,
        _ shifts: [String: Double],
        _ design: ExperimentDesign
    ) {
        var counts = metrics[result.metric.name] ?? MetricCounts()
        if let effect = result.effect {
            counts.estimated += 1
            let truth = shifts[result.metric.name] ?? 0
            if effect.interval.low <= truth, truth <= effect.interval.high { counts.covered += 1 }
            if let p = result.adjustedPValue, p < design.alpha,
                result.metric.sign * effect.estimate.value > 0
            {
                counts.gains += 1
            }
        }
        if status == .kept { counts.kept += 1 }
        if status == .broken { counts.broken += 1 }
        metrics[result.metric.name] = counts
    }
}

extension ExperimentAnalysis {
    /// Whether some metric differs from the control after the correction, in either direction.
    var hasAlarm: Bool { metrics.contains { ($0.adjustedPValue ?? 1) < design.alpha } }
}
