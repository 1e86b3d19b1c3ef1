package import Foundation
package import HarnessCore

/// Known results in a folder, against which an installation can be checked.
///
/// Recognised are HumanEval in OpenAI's form (`HumanEval.jsonl`), MBPP+ in EvalPlus's (`MbppPlus….jsonl`), samples
/// with the verdicts of EvalPlus beside them (`generated.jsonl` and `generated_eval_results.json` in a folder
/// `humaneval` or `mbpp`) and tables of published scores (`all_results.json`), each plain or packed by gzip and at
/// any depth.
package struct Verification: Sendable {
    /// What can be checked, in a fixed order.
    package let checks: [Check]
    /// Files of a known form that this version cannot judge, sorted by path.
    package let notCovered: [NotCovered]

    /// One set of samples whose verdicts are known.
    package struct Check: Sendable, Hashable {
        /// `HumanEval, canonical solutions`.
        package var name: String
        /// The language of the suite's file.
        package var language = Language.python
        /// The suite's file.
        package var suite: URL
        /// Whether the suite's extra tests count too.
        package var includesExtraTests = false
        package var samples: Samples
        package var publishedScore: PublishedScore?
    }

    package enum Samples: Sendable, Hashable {
        /// Every task's own solution, all of which must pass.
        case canonical
        /// A file of samples and the file of the authors' verdicts on them.
        case published(samples: URL, verdicts: URL)
        /// Samples of which it is published only how many pass.
        case counted(samples: URL, passed: Int)
    }

    /// The share of passed samples that the authors printed.
    package struct PublishedScore: Sendable, Hashable {
        package var percent: Double
        /// Where it stands.
        package var file: URL

        /// Whether a share prints as the authors printed it, to a tenth of a percent.
        package func agrees(passed: Int, of samples: Int) -> Bool {
            samples > 0 && abs(Double(passed) / Double(samples) * 100 - percent) <= 0.05 + 1e-9
        }
    }

    package struct NotCovered: Sendable, Hashable {
        /// Relative to the folder.
        package var path: String
        package var reason: String
    }

    /// Looks through a folder; reads no samples yet.
    ///
    /// - Throws: `noInput` where the folder is missing or holds nothing that can be checked.
    package init(folder: URL) throws(HarnessError) {
        let files = try KnownFiles(folder: folder)
        checks = try files.checks()
        notCovered = files.notCovered()
        guard !checks.isEmpty else {
            throw HarnessError(
                .noInput,
                "holds no published results of a known form",
                at: folder.path,
                remedy: "expected HumanEval.jsonl.gz, and beside it or below generated.jsonl.gz with "
                    + "generated_eval_results.json.gz in a folder humaneval"
            )
        }
    }
}
