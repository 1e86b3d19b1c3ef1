import HarnessCore
import ResultStore
import Scoring

/// The settings in which two runs differ; equal ones are not named.
package struct SettingsDifference: Sendable, Hashable {
    package let entries: [Entry]
    /// Whether the settings of one side are unknown.
    package let isUnknown: Bool

    package struct Entry: Sendable, Hashable {
        package var key: String
        package var base: String
        package var candidate: String
        /// Whether the comparison is no longer one of the models alone.
        package var matters: Bool
    }

    package init(_ base: ComparedRun, _ candidate: ComparedRun) {
        isUnknown = base.stored == nil || candidate.stored == nil
        var entries: [Entry] = []
        func compare(_ key: String, _ base: String?, _ candidate: String?, matters: Bool) {
            guard base != candidate else { return }
            entries.append(
                Entry(key: key, base: base ?? "–", candidate: candidate ?? "–", matters: matters)
            )
        }
        guard let first = base.stored, let second = candidate.stored else {
            self.entries = []
            return
        }
        let (left, right) = (base.traits, candidate.traits)
        for trait in RunTrait.allCases {
            compare(trait.rawValue, left[trait], right[trait], matters: trait != .samples)
        }
        compare("selection", first.settings.selection, second.settings.selection, matters: true)
        compare("model version", first.settings.modelVersion, second.settings.modelVersion, matters: false)
        compare("starts", first.record.starts, second.record.starts, matters: false)
        compare("seed", "\(first.record.seed)", "\(second.record.seed)", matters: false)
        self.entries = entries
    }

    /// Whether nothing that matters is known to differ.
    package var isComparable: Bool { !entries.contains(where: \.matters) }

    /// One sentence for people.
    var sentence: String {
        if isUnknown { return "settings: unknown for foreign results; nobody can say what else differs" }
        let minor = entries.filter { !$0.matters }.map(Self.words)
        let major = entries.filter(\.matters).map(Self.words)
        if !major.isEmpty {
            return "! also differs: " + (major + minor).joined(separator: "; ")
                + " – not a comparison of the models alone"
        }
        return minor.isEmpty
            ? "settings: the model differs, all else equal"
            : "settings: the model differs, and " + minor.joined(separator: "; ")
    }

    private static func words(_ entry: Entry) -> String {
        "\(entry.key) \(printable(entry.base)) → \(printable(entry.candidate))"
    }

    var json: JSONValue {
        .array(
            entries.map {
                .object([
                    "key": .text($0.key), "base": .text($0.base), "cand": .text($0.candidate),
                    "matters": .bool($0.matters),
                ])
            }
        )
    }
}

extension RunSettings {
    /// What the run was narrowed to, as text.
    fileprivate var selection: String {
        guard isPartial else { return "all tasks" }
        let parts = taskPatterns + categories + difficulties + (limit.map { ["limit \($0)"] } ?? [])
        return parts.joined(separator: ",")
    }
}
