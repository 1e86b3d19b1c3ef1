import HarnessCore
import ResultStore

/// How often the labels that synthetic samples were planted with were found again.
///
/// Empty for real samples, which carry no label.
struct PlantedTally: Sendable, Hashable {
    /// The label of a sample that was made to pass.
    private static let passedLabel = "passed"

    private(set) var judged = 0
    /// Samples planted to pass that passed, or planted to fail that failed.
    private(set) var outcomeRight = 0
    private(set) var failed = 0
    /// Failed samples whose family, or whole mode, is the planted one.
    private(set) var familyRight = 0
    private(set) var modeRight = 0

    mutating func count(_ row: SampleRow) {
        guard let label = row.plantedLabel, let verdict = row.result?.verdict else { return }
        switch verdict.outcome {
        case .infrastructureError: return
        case .passed:
            judged += 1
            if label == Self.passedLabel { outcomeRight += 1 }
        case .failed(let mode):
            judged += 1
            failed += 1
            if label != Self.passedLabel { outcomeRight += 1 }
            if FailureMode(rawValue: label)?.family == mode.family { familyRight += 1 }
            if label == mode.rawValue { modeRight += 1 }
        }
    }

    /// One sentence; nil where no sample carries a label.
    var sentence: String? {
        guard judged > 0 else { return nil }
        return "synthetic samples: outcome as planted for \(Numbers.count(outcomeRight)) of "
            + "\(Numbers.count(judged)); of \(Numbers.count(failed)) failed, family as planted for "
            + "\(Numbers.count(familyRight)), mode for \(Numbers.count(modeRight))"
    }

    var json: JSONValue {
        guard judged > 0 else { return .null }
        return .object([
            "judged": .integer(judged), "outcome_right": .integer(outcomeRight),
            "failed": .integer(failed), "family_right": .integer(familyRight),
            "mode_right": .integer(modeRight),
        ])
    }
}
