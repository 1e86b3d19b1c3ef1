package import Foundation
package import HarnessCore

/// Known results in a folder, against which an installation can be checked.
///
/// Recognised are HumanEval in OpenAI's form, samples with the verdicts of EvalPlus beside them, and a table
/// of published scores; the folder's own names do not matter, the files' do.
package struct Verification: Sendable {
    /// What can be checked, in a fixed order.
    package let checks: [Check]
    /// Files of a known form that this version cannot judge.
    package let notCovered: [NotCovered]

    /// One set of samples whose verdicts are known.
    package struct Check: Sendable, Hashable {
        /// `HumanEval, canonical solutions`.
        package var name: String
        /// The suite's file.
        package var suite: URL
        package var samples: Samples
        /// The published share of passed samples in percent, as printed by its authors.
        package var publishedScore: PublishedScore?
    }

    package enum Samples: Sendable, Hashable {
        /// Every task's own solution, all of which must pass.
        case canonical
        /// A file of samples and the file of the authors' verdicts on them.
        case published(samples: URL, verdicts: URL)
    }

    package struct PublishedScore: Sendable, Hashable {
        package var percent: Double
        package var file: URL
    }

    package struct NotCovered: Sendable, Hashable {
        /// Relative to the folder.
        package var path: String
        package var reason: String
    }

    /// One sample on which the installation and the authors differ.
    package struct Disagreement: Sendable, Hashable {
        package var taskID: String
        package var index: Int
        package var published: Bool
        package var measured: Verdict
    }

    /// What one check came to.
    package struct Outcome: Sendable, Hashable {
        package var check: Check
        package var samples: Int
        package var publishedPasses: Int
        package var measuredPasses: Int
        /// In the suite's order.
        package var disagreements: [Disagreement]

        /// Whether every verdict is the authors' verdict.
        package var isConfirmed: Bool { disagreements.isEmpty }

        package init(
            check: Check,
            samples: Int,
            publishedPasses: Int,
            measuredPasses: Int,
            disagreements: [Disagreement]
        ) {
            self.check = check
            self.samples = samples
            self.publishedPasses = publishedPasses
            self.measuredPasses = measuredPasses
            self.disagreements = disagreements
        }
    }
}
