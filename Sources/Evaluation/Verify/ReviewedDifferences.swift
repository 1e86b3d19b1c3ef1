import Foundation
import HarnessCore

/// Published verdicts that differ from the ones measured here for a reason that somebody has found.
///
/// Each entry names one sample's task and which of both passed it; anything else about it is a new difference.
enum ReviewedDifferences {
    /// Why a sample's published verdict is another one than the one measured; nil where nobody knows.
    static func reason(
        _ sample: Sample,
        _ isPublishedPass: Bool,
        _ verdict: Verdict,
        in check: Verification.Check
    ) -> String? {
        let entries: [Entry]
        switch check.samples {
        case .canonical, .counted: entries = programs[KnownFiles.stem(of: check.suite.path)] ?? []
        case .published(let file, _):
            guard file.path.contains(qwenFolder) else { return nil }
            entries =
                programs[KnownFiles.stem(of: file.path)] ?? (check.includesExtraTests ? mbppPlus : mbpp)
        }
        if verdict.outcome == .infrastructureError {
            // What is not here says nothing about a solution that is known to be right; anything else is a fault.
            let isMissing = verdict.rule == "harness.missing-dependency" && check.samples == .canonical
            return isMissing ? verdict.evidence.message : nil
        }
        return entries.first { $0.tasks.contains(sample.taskID) && $0.isPublishedPass == isPublishedPass }?
            .reason
    }

    struct Entry {
        var tasks: Set<String>
        var isPublishedPass: Bool
        var reason: String
    }

    /// The samples of Qwen2.5-Coder-7B-base, judged on 2024-09-24 by a version of EvalPlus before 0.3.
    private static let qwenFolder = "qwen2.5-coder-7b-base"

    private static let comparedAsSets =
        "any order of the elements is right; EvalPlus compares them as sets since 0.3, the published verdicts are "
        + "older"

    private static let mbpp: [Entry] = [
        Entry(tasks: ["Mbpp/2", "Mbpp/111", "Mbpp/232"], isPublishedPass: false, reason: comparedAsSets)
    ]

    private static let mbppPlus: [Entry] = [
        Entry(
            tasks: ["Mbpp/2", "Mbpp/111", "Mbpp/249", "Mbpp/579"],
            isPublishedPass: false,
            reason: comparedAsSets
        ),
        Entry(
            tasks: ["Mbpp/160"],
            isPublishedPass: false,
            reason:
                "right and slow, 2 s of CPU time for all inputs: EvalPlus limits each input by itself; here they "
                + "share one limit, and it suffices"
        ),
        Entry(
            tasks: ["Mbpp/599"],
            isPublishedPass: true,
            reason:
                "right and slow, 26 s of CPU time for all inputs: EvalPlus limits each input by itself; here "
                + "they share one limit of 10 s"
        ),
    ]
}
