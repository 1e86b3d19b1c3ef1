import Foundation
import HarnessCore

/// One way of attacking the harness, as its folder under `abuse/` declares it.
///
/// The programs are ordinary samples of a task, so that they take the path every sample takes: the language's
/// runner, a warm start where there is one, the box, the wire, the judge.
struct AbuseCase: Sendable {
    /// The folder's first word: `H01`.
    var id: String
    var group: Group
    var definition: Definition
    /// By language and step; a step is the file's name without its ending.
    var programs: [Language: [String: String]]

    /// The four ways of doing harm.
    enum Group: String, Sendable, CaseIterable {
        /// Against the machine: its files, processes, devices, network.
        case host
        /// Against its resources.
        case exhaustion
        /// Against programs that run before, beside or after.
        case neighbours
        /// Against the verdict.
        case forgery
    }

    /// What `case.yaml` says.
    struct Definition: Sendable, Decodable {
        /// What is tried, as a verb phrase: `read the host's secrets`.
        var title: String
        /// Whether `doctor --abuse` runs it without `--every-case`.
        var fast: Bool?
        /// Texts that take the place of `@variant@`, by name; each is an execution of its own.
        var variants: [String: String]?
        /// The programs in the order in which they run; default is `attack` alone.
        var steps: [String]?
        /// Whether the steps run side by side, each in a slot of its own.
        var together: Bool?
        /// Outcomes that are right, by place; see `OutcomeTable`.
        var expected: [String: [String]]?
        /// Why a place promises less than the others do.
        var because: [String: String]?
        /// What the same program manages where nothing confines it: shows that the attempt is a real one.
        var control: [String]?
        /// How the forged task is judged: `cases`, `check`, `shared`; default is what the language can.
        var judged: [String]?
        /// The processor that machine code or numbers of system calls in the programs are of; nil for any.
        var machine: String?
        var limits: Limits?
    }

    /// Limits of the programs; small by default, since most of them try to use all there is.
    struct Limits: Sendable, Decodable {
        var cpuMilliseconds: Int?
        var wallMilliseconds: Int?
        var memoryMegabytes: Int?
        var fileMegabytes: Int?
        var processes: Int?

        var resources: ResourceLimits {
            ResourceLimits(
                cpuMilliseconds: cpuMilliseconds ?? 2000,
                // A busy machine is no reason to stop a program that does not wait.
                wallMilliseconds: wallMilliseconds ?? 60_000,
                memoryBytes: (memoryMegabytes ?? 128) << 20,
                outputBytes: 64 << 10,
                resultBytes: 1 << 20,
                fileBytes: (fileMegabytes ?? 8) << 20,
                processes: processes ?? 24
            )
        }
    }

    var steps: [String] { definition.steps ?? ["attack"] }

    /// The variants by name, in a fixed order; one without a name where the case has none.
    var variants: [(name: String?, text: String)] {
        guard let variants = definition.variants else { return [(nil, "")] }
        return variants.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// What may be seen at a place, given what a case expects where it says nothing.
    func expected(_ place: OutcomeTable.Place, otherwise: [String]) -> [String] {
        OutcomeTable(definition.expected ?? [:]).outcomes(at: place) ?? otherwise
    }
}

/// Outcomes by the place they hold at.
///
/// A key is `default` or a list of words with dots between them, each a level, `root`, `user`, a language, a
/// variant, a step or a way of judging: `fence`, `namespaces.user`. The key that says most about a place decides.
struct OutcomeTable {
    private let table: [String: [String]]

    init(_ table: [String: [String]]) { self.table = table }

    /// Where a program runs.
    struct Place {
        var level: IsolationLevel
        var isRoot: Bool
        var language: Language
        var variant: String?
        var step: String?
        var judged: String?

        var words: Set<String> {
            Set(
                [level.rawValue, isRoot ? "root" : "user", language.rawValue, variant, step, judged]
                    .compactMap(\.self)
            )
        }
    }

    func outcomes(at place: Place) -> [String]? {
        let words = place.words
        return table.keys.sorted()
            .map { (key: $0, words: $0 == "default" ? [] : $0.split(separator: ".").map(String.init)) }
            .filter { words.isSuperset(of: $0.words) }
            .max { $0.words.count < $1.words.count }
            .flatMap { table[$0.key] }
    }

    /// Whether an outcome is among those named: exactly, as a family (`runtime.*`), or as any failure (`failed`).
    static func allows(_ expected: [String], _ seen: String, isFailure: Bool) -> Bool {
        expected.contains { pattern in
            if pattern == "failed" { return isFailure }
            if pattern.hasSuffix(".*") { return isFailure && seen.hasPrefix(pattern.dropLast()) }
            return pattern == seen
        }
    }
}
