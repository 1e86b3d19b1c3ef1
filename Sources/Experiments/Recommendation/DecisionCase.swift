import Statistics

/// The facts about one arm, as rules of a decision; a rule that does not apply gives nil.
struct DecisionCase {
    typealias Verdict = (Recommendation.Action, [String])

    var arm: String
    var analysis: ExperimentAnalysis

    private var design: ExperimentDesign { analysis.design }
    private var results: [MetricResult] { analysis.metrics.filter { $0.arm == arm } }
    private var guardrails: [GuardrailResult] { analysis.guardrails.filter { $0.result.arm == arm } }

    // MARK: - Validity

    func brokenAssignment() -> Verdict? {
        let check = analysis.assignment
        if check.isMismatch {
            let counts = zip(design.arms, check.units).map { "\($0.name) \($1)" }.joined(separator: ", ")
            var reason =
                "The \(design.unit)s were not assigned as designed (\(counts); p = \(Words.p(check.test.pValue)))"
            if let dimension = check.worstDimension, dimension.pValue < AssignmentCheck.threshold {
                reason += ", worst in \(dimension.name) \(dimension.label) (p = \(Words.p(dimension.pValue)))"
            }
            return (.hold, [reason + ": no effect can be trusted until the cause is found."])
        }
        guard check.isContaminated else { return nil }
        return (
            .hold,
            [
                "\(Words.percent(check.crossOverShare)) of the \(design.unit)s were seen in several arms: "
                    + "leaving them out may bias the rest."
            ]
        )
    }

    func wrongUnit() -> Verdict? {
        guard let suspect = analysis.suspectedUnit else { return nil }
        return (
            .hold,
            [
                "Each of the \(suspect.labels) values of \(suspect.column) stands in one arm only: it seems to "
                    + "be what was assigned, not the \(design.unit). By \(suspect.column) the p-value of "
                    + "\(suspect.metric) is \(Words.p(suspect.groupedPValue)) instead of "
                    + "\(Words.p(suspect.pValue)) (design effect \(Words.number(suspect.designEffect)))."
            ]
        )
    }

    func reversal() -> Verdict? {
        let reversed = analysis.segments.filter { $0.arm == arm && $0.isReversed }
        guard let first = reversed.first else { return nil }
        return (
            .hold,
            [
                "\(first.metric.name) moves one way over all and the other way inside \(first.dimension): "
                    + "the arms differ in who is in them, so the total must not be read."
            ]
        )
    }

    // MARK: - Harm

    func brokenGuardrail() -> Verdict? {
        let broken = guardrails.filter { $0.status == .broken }
        guard !broken.isEmpty else { return nil }
        return (
            .hold,
            broken.map {
                "Guardrail \($0.guardrail.metric.name) lost more than \(Words.number($0.guardrail.margin))."
            }
        )
    }

    func harm() -> Verdict? {
        let worse = results.filter { $0.effect?.reading == .worse }
        guard !worse.isEmpty else { return nil }
        return (.hold, worse.compactMap { result in result.effect.map { sentence(result, $0, "is worse") } })
    }

    // MARK: - Certainty

    func tooEarly() -> Verdict? {
        guard let horizon = design.horizon, !design.isMonitored else { return nil }
        let units = analysis.assignment.units.min() ?? 0
        guard units < horizon else { return nil }
        return (
            .moreData,
            [
                "\(units) of \(horizon) planned \(design.unit)s per arm: a p-value read before the horizon "
                    + "raises more false alarms than alpha says."
            ]
        )
    }

    func nothingToRead() -> Verdict? {
        let reasons = results.compactMap { result -> String? in
            guard case .notEstimable(let error) = result.outcome else { return nil }
            return "\(result.metric.name) has no estimate: \(error)."
        }
        return reasons.count == results.count ? (.moreData, reasons) : nil
    }

    func openGuardrail() -> Verdict? {
        let open = guardrails.filter { $0.status == .unresolved }
        guard !open.isEmpty else { return nil }
        return (
            .moreData,
            open.map { guardrail in
                let loss = guardrail.worstCase.map { "a loss of \(Words.number($0)) is still possible" }
                return
                    "Guardrail \(guardrail.guardrail.metric.name) is open: \(loss ?? "nothing could be estimated")"
                    + ", \(Words.number(guardrail.guardrail.margin)) is allowed."
            }
        )
    }

    // MARK: - Gain

    func gain() -> Verdict? {
        let better = results.filter { $0.effect?.reading == .better }
        guard !better.isEmpty else { return nil }
        var reasons = better.compactMap { result in result.effect.map { sentence(result, $0, "is better") } }
        if !guardrails.isEmpty { reasons.append("All guardrails are kept.") }
        return (.ship, reasons)
    }

    func smallGain() -> Verdict? {
        let small = results.filter { $0.effect?.reading == .betterButSmall }
        guard !small.isEmpty else { return nil }
        return (
            .hold,
            small.compactMap { result in
                result.effect.map { effect in
                    sentence(result, effect, "is better")
                        + " That is less than the \(Words.number(result.metric.relevantEffect ?? 0)) that matters."
                }
            }
        )
    }

    func noDifference() -> Verdict? {
        let known = results.compactMap(\.effect)
        guard !known.isEmpty, known.allSatisfy({ $0.reading == .equivalent }) else { return nil }
        return (
            .hold,
            results.compactMap { result in
                result.effect.map { effect in
                    "\(result.metric.name): any difference is smaller than "
                        + "\(Words.number(result.metric.relevantEffect ?? 0)) \(Words.interval(effect.interval))."
                }
            }
        )
    }

    var unresolved: String {
        let parts = results.compactMap { result in
            result.effect.map { effect in
                "\(result.metric.name) \(Words.signed(effect.estimate.value)) \(Words.interval(effect.interval)), "
                    + "p = \(Words.p(result.adjustedPValue ?? effect.pValue)); so many \(design.unit)s show "
                    + "\(Words.number(effect.minimumDetectableEffect)) or more"
            }
        }
        return "The data do not tell: " + parts.joined(separator: "; ") + "."
    }

    /// n · (MDE / δ)² for the metric that needs most.
    var unitsNeeded: Int? {
        let needed = results.compactMap { result -> Double? in
            guard let effect = result.effect, let relevant = result.metric.relevantEffect else { return nil }
            let ratio = effect.minimumDetectableEffect / relevant
            return Double(min(effect.controlUnits, effect.treatedUnits)) * ratio * ratio
        }
        return needed.max().flatMap { $0 < 1e15 ? Int($0.rounded(.up)) : nil }
    }

    /// What a reader should know beside the decision.
    var remarks: [String] {
        results.compactMap { result in
            guard let effect = result.effect, let naive = effect.naivePValue,
                let design = effect.designEffect, design > 1.1
            else { return nil }
            return "\(result.metric.name): rows of one \(self.design.unit) belong together (design effect "
                + "\(Words.number(design))); as if independent p would be \(Words.p(naive)) instead of "
                + "\(Words.p(effect.pValue))."
        }
    }

    private func sentence(_ result: MetricResult, _ effect: MetricEffect, _ claim: String) -> String {
        "\(result.metric.name) \(claim): \(Words.number(effect.controlValue)) → "
            + "\(Words.number(effect.treatedValue)), \(Words.signed(effect.estimate.value)) "
            + "\(Words.interval(effect.interval)), p = \(Words.p(result.adjustedPValue ?? effect.pValue)) "
            + "(\(effect.test), \(design.correction.rawValue))."
    }
}
