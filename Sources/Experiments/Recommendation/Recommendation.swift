import Statistics

/// What to do with an arm, and why.
package struct Recommendation: Sendable, Hashable {
    package enum Action: String, Sendable, Hashable, CaseIterable, Codable {
        case ship
        case hold
        case moreData = "more-data"

        /// As a heading says it.
        package var word: String {
            switch self {
            case .ship: "SHIP"
            case .hold: "HOLD"
            case .moreData: "MORE DATA"
            }
        }
    }

    package var arm: String
    package var action: Action
    /// Sentences, the deciding one first.
    package var reasons: [String]
    /// Units per arm that would show the smallest effect that matters; nil unless more data are asked for
    /// and that effect is stated.
    package var unitsNeeded: Int?

    /// Weighs an arm's results: validity first, then harm, then certainty, then gain.
    init(for arm: String, in analysis: ExperimentAnalysis) {
        self.arm = arm
        let decision = DecisionCase(arm: arm, analysis: analysis)
        let rules: [() -> (Action, [String])?] = [
            decision.brokenAssignment, decision.wrongUnit, decision.reversal, decision.brokenGuardrail,
            decision.harm,
            decision.tooEarly,
            decision.nothingToRead, decision.openGuardrail, decision.gain, decision.smallGain,
            decision.noDifference,
        ]
        for rule in rules {
            guard let (action, reasons) = rule() else { continue }
            self.action = action
            self.reasons = reasons + decision.remarks
            unitsNeeded = action == .moreData ? decision.unitsNeeded : nil
            return
        }
        action = .moreData
        reasons = [decision.unresolved] + decision.remarks
        unitsNeeded = decision.unitsNeeded
    }
}
