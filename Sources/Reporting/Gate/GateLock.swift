package import Foundation
package import HarnessCore
import ResultStore
package import Scoring

/// What was fixed before a candidate was looked at: policy, tasks, settings and the baseline's results.
///
/// A JSON object with one fact a line, for version control.
package struct GateLock: Sendable, Hashable {
    private let facts: [String: String]

    /// Facts that describe the candidate's run as well as the baseline's.
    private static let shared: [RunTrait] = [.suite, .limits, .samples]
    private static let schema = "evalharness/lock@1"
    /// Larger files are no locks.
    private static let maximumBytes = 1 << 20

    /// Facts that a lock leaves out where the baseline may be measured anew.
    private static let baselineFacts: Set<String> = ["baseline", "baseline_results_sha256"]

    /// Fixes a policy and the run it measures against.
    ///
    /// With a moving baseline its run and results are left out; suite, limits and samples stay.
    package init(policy: GatePolicy, baseline: ComparedRun, isBaselineMoving: Bool = false) {
        facts = Self.facts(policy: policy, baseline: baseline).filter { fact in
            !isBaselineMoving || !Self.baselineFacts.contains(fact.key)
        }
    }

    /// Reads a lock file.
    ///
    /// - Throws: `noInput` where there is none, `badData` where it is something else.
    package init(contentsOf url: URL) throws(HarnessError) {
        guard let handle = FileHandle(forReadingAtPath: url.path) else {
            throw HarnessError(
                .noInput,
                "there is no lock file here",
                at: url.path,
                remedy: "make it with: evalharness gate lock --baseline RUN --policy NAME"
            )
        }
        defer { try? handle.close() }
        let content = (try? handle.read(upToCount: Self.maximumBytes)) ?? Data()
        guard let facts = try? JSONDecoder().decode([String: String].self, from: content),
            facts["schema"] == Self.schema
        else {
            throw HarnessError(
                .badData,
                "is no lock file of this version",
                at: url.path,
                remedy: "restore it from version control, or make it anew with: evalharness gate lock"
            )
        }
        self.facts = facts.filter { $0.key != "schema" }
    }

    /// The file's text, the same for the same facts.
    package var text: String {
        var facts = facts
        facts["schema"] = Self.schema
        let lines = facts.sorted { $0.key < $1.key }.map { key, value in
            "  \(JSONValue.text(key).serialized): \(JSONValue.text(value).serialized)"
        }
        return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
    }

    /// What is no longer as it was locked, in words; empty where everything is.
    ///
    /// Without a candidate, policy and baseline are checked alone.
    package func faults(
        policy: GatePolicy,
        baseline: ComparedRun,
        candidate: ComparedRun?
    ) -> [String] {
        var faults: [String] = []
        var present = Self.facts(policy: policy, baseline: baseline)
        if Self.baselineFacts.isDisjoint(with: facts.keys) {
            present = present.filter { !Self.baselineFacts.contains($0.key) }
        }
        for key in Set(present.keys).union(facts.keys).sorted() where present[key] != facts[key] {
            faults.append("\(key): locked \(Self.short(facts[key])), now \(Self.short(present[key]))")
        }
        guard let candidate else { return faults }
        for trait in Self.shared where candidate.lockTrait(trait) != facts[trait.rawValue] {
            let fault = "candidate's \(trait.rawValue): locked \(Self.short(facts[trait.rawValue])), "
            faults.append(fault + "now \(Self.short(candidate.lockTrait(trait)))")
        }
        return faults
    }

    /// A fact with its digests cut to what people compare.
    private static func short(_ fact: String?) -> String {
        guard let fact else { return "–" }
        return fact.split(separator: " ").map { word in
            ContentHash(hexadecimal: String(word)) == nil ? String(word) : "\(word.prefix(12))…"
        }
        .joined(separator: " ")
    }

    private static func facts(policy: GatePolicy, baseline: ComparedRun) -> [String: String] {
        var facts = [
            "policy": policy.name, "policy_sha256": policy.hash.hexadecimal, "baseline": baseline.reference,
            "baseline_results_sha256": baseline.resultsHash.hexadecimal,
        ]
        for trait in shared { facts[trait.rawValue] = baseline.lockTrait(trait) }
        return facts
    }
}

extension ComparedRun {
    /// A trait with the whole hash of the suite, where the shown one is short.
    fileprivate func lockTrait(_ trait: RunTrait) -> String? {
        guard trait == .suite, let record = stored?.record else { return traits[trait] }
        return "\(record.suiteName) \(record.suiteHash.hexadecimal)"
    }

    /// Identity of what the run measured: every task's samples, by outcome.
    fileprivate var resultsHash: ContentHash {
        let lines = tasks.sorted { $0.key < $1.key }.map { task in
            let failures = task.failures.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { "\($0.key.rawValue)=\($0.value)" }
            return [
                task.key.taskID, task.key.language.rawValue, "\(task.judged)", "\(task.passed)",
                "\(task.infrastructureErrors)", "\(task.missing)", failures.joined(separator: ","),
            ].joined(separator: "\t")
        }
        return ContentHash(ofParts: lines)
    }
}
