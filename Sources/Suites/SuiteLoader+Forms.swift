package import Foundation
package import HarnessCore

extension SuiteLoader {
    /// Loads a foreign suite of any known form, told apart by the fields of its first problem.
    ///
    /// The suite takes the name of its file without `.jsonl`, `.json` and `.gz`, and with `+` where extra tests are
    /// included; tasks keep the order of the file. What is of no known form is read as HumanEval's, whose messages
    /// say what is missing.
    ///
    /// - Parameters:
    ///   - file: JSON lines or one JSON list, plain or packed by gzip.
    ///   - includesExtraTests: Whether tests that were added to the original ones count too: `plus_input` of
    ///     EvalPlus, `challenge_test_list` of MBPP.
    ///   - limits: The limits of a task that sets none.
    ///   - overrides: The limits a user set: they hold for every task.
    /// - Returns: The suite, with at least one task.
    /// - Throws: `badData` naming line, value, rule and remedy, for up to ten faulty problems at once, and where a
    ///   suite has no extra tests; `noInput` where the file cannot be opened.
    package static func foreign(
        file: URL,
        includesExtraTests: Bool = false,
        limits: ResourceLimits = ResourceLimits(),
        overrides: LimitOverrides = LimitOverrides()
    ) throws(HarnessError) -> TaskSuite {
        let tasks: [EvalTask]
        let form = try ForeignForm(of: file)
        switch form {
        case .evalPlus: tasks = try EvalPlusReader(file: file, includesExtraTests: includesExtraTests).load()
        case .mbpp: tasks = try MBPPReader(file: file, includesExtraTests: includesExtraTests).load()
        case .streams, .program, .humanEval:
            guard !includesExtraTests else {
                throw HarnessError(
                    .badData,
                    "the suite has no extra tests",
                    at: file.relativePath,
                    remedy: "leave --extra out, or name a file of EvalPlus or MBPP"
                )
            }
            tasks =
                switch form {
                case .streams: try StreamSuiteReader(file: file).load()
                case .program(let form): try ProgramSuiteReader(file: file, form: form).load()
                case .humanEval, .evalPlus, .mbpp: try HumanEvalReader(file: file).load()
                }
        }
        return suite(
            named: name(of: file) + (includesExtraTests ? "+" : ""),
            tasks: tasks,
            limits: limits,
            overrides: overrides
        )
    }
}

/// The form of a foreign suite.
enum ForeignForm: Sendable, Hashable {
    case humanEval
    case evalPlus
    case mbpp
    /// Inputs and outputs of whole programs: APPS, LiveCodeBench.
    case streams
    /// Tests that become one program with the answer: MultiPL-E, HumanEval-X, mxeval.
    case program(ProgramProblem)

    /// Looks at the first problem of a file; what is of no known form passes for HumanEval's.
    init(of file: URL) throws(HarnessError) {
        let names = try FirstProblem.fieldNames(in: file)
        if names.contains("base_input") {
            self = .evalPlus
        } else if names.contains("test_list") {
            self = .mbpp
        } else if StreamSuiteReader.isTold(by: names) {
            self = .streams
        } else if let form = ProgramProblem.allCases.first(where: { $0.isTold(by: names) }) {
            self = .program(form)
        } else {
            self = .humanEval
        }
    }
}

/// The first object of a file of JSON lines or of one JSON list.
enum FirstProblem {
    /// A list is read as a whole to be told apart; larger ones are refused.
    private static let maximumListBytes = 256 << 20

    /// Returns the names of its fields; none where the file does not begin with an object.
    static func fieldNames(in file: URL) throws(HarnessError) -> Set<String> {
        let reader = try LineReader(file: file, maximumLineBytes: HumanEvalReader.defaultMaximumLineBytes)
        while let line = try reader.next() {
            guard case .content(let bytes) = line else { return [] }
            guard let start = bytes.first(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { continue }
            let isList = start == UInt8(ascii: "[")
            let text = isList ? try WholeFile.contents(of: file, maximumBytes: maximumListBytes) : bytes
            // Malformed text is for the reader to tell about.
            guard let tree = try? JSONTree(text), case .object(let members) = isList ? tree.list?.first : tree
            else { return [] }
            return Set(members.map(\.name))
        }
        return []
    }
}
