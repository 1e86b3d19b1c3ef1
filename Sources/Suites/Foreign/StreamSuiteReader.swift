import Foundation
import HarnessCore

/// Reads problems that give a program its input and say what it must print: APPS and LiveCodeBench.
///
/// Hendrycks et al. 2021, github.com/hendrycks/apps; Jain et al. 2024, github.com/LiveCodeBench/LiveCodeBench.
/// Problems that name a function (`fn_name`, `func_name`) are called in Python instead. The solutions that APPS
/// brings were collected, not checked, and many are in Python 2: they do not serve as references.
struct StreamSuiteReader {
    var file: URL
    var maximumLineBytes = 256 << 20
    var maximumBytes = LineReader.defaultMaximumBytes

    /// What the packed tests of one problem may take, bytes.
    static let maximumTestBytes = 256 << 20
    /// More cases than this are refused.
    static let maximumCases = 10_000

    static func isTold(by names: Set<String>) -> Bool {
        names.contains("input_output") || names.isSuperset(of: ["inputs", "outputs"])
            || !names.isDisjoint(with: ["public_test_cases", "private_test_cases"])
    }

    func load() throws(HarnessError) -> [EvalTask] {
        try ForeignLines(
            file: file,
            maximumLineBytes: maximumLineBytes,
            maximumBytes: maximumBytes,
            form: "APPS's form: an id, question, input_output with inputs and outputs; or LiveCodeBench's: "
                + "question_id, question_content, public_test_cases, private_test_cases"
        ).tasks(task)
    }

    private func task(_ fields: ForeignFields) throws(HarnessError) -> EvalTask {
        let isLiveCodeBench = fields.has("public_test_cases") || fields.has("private_test_cases")
        let names = isLiveCodeBench ? ["question_id", "task_id"] : ["task_id", "problem_id", "id", "name"]
        guard let idField = names.first(where: fields.has) else {
            throw fields.fault("missing field \"\(names[0])\"")
        }
        let textFields = ["question_content", "question", "prompt", "description"]
        let prompt = try textFields.first(where: fields.has).map { name throws(HarnessError) in
            try fields.text(name)
        }
        let tests = isLiveCodeBench ? try liveCodeBenchTests(fields) : try appsTests(fields)
        guard !tests.cases.isEmpty else { throw fields.fault("the problem has no test cases") }
        guard tests.cases.count <= Self.maximumCases else {
            throw fields.fault(
                "the problem has \(tests.cases.count) test cases; \(Self.maximumCases) are allowed"
            )
        }
        let head = isLiveCodeBench ? PythonCalls.liveCodeBenchHead : ""
        let test: TaskTest
        if let function = tests.function {
            test = .pythonCheck(try PythonCalls(function: function, head: head).check(tests.cases, fields))
        } else {
            test = .streams(
                StreamTest(
                    cases: try tests.cases.map { pair throws(HarnessError) in
                        StreamTest.Case(
                            input: try Self.stream(pair.input, fields),
                            output: try Self.stream(pair.output, fields)
                        )
                    },
                    comparison: isLiveCodeBench ? .decimals : .tolerant,
                    heads: head.isEmpty ? [:] : [.python: head]
                )
            )
        }
        return EvalTask(id: try fields.taskID(idField), prompt: prompt ?? "", test: test)
    }

    /// Cases as they stand, and the function that is called with them; nil for whole programs.
    struct Tests {
        var cases: [(input: JSONTree, output: JSONTree)]
        var function: String?
    }

    private func appsTests(_ fields: ForeignFields) throws(HarnessError) -> Tests {
        var holder = fields
        if let packed = fields.tree["input_output"] {
            // A text that holds JSON, as in the data set, or the object itself.
            let tree = try packed.text.map { text throws(HarnessError) in
                try Self.parsed(text, "input_output", fields)
            }
            holder = ForeignFields(tree: tree ?? packed, location: fields.location)
        }
        let inputs = try holder.list("inputs")
        let outputs = try holder.list("outputs")
        guard inputs.count == outputs.count else {
            throw fields.fault("the problem has \(inputs.count) inputs and \(outputs.count) outputs")
        }
        let function = holder.has("fn_name") ? try holder.pythonName("fn_name") : nil
        return Tests(cases: zip(inputs, outputs).map { ($0, $1) }, function: function)
    }

    private func liveCodeBenchTests(_ fields: ForeignFields) throws(HarnessError) -> Tests {
        var tests = Tests(cases: [])
        var kinds: Set<String> = []
        for name in ["public_test_cases", "private_test_cases"] where fields.has(name) {
            guard let cases = try liveCodeBenchCases(name, fields).list else {
                throw fields.fault("the field \"\(name)\" must hold a list of tests")
            }
            for test in cases {
                guard let input = test["input"], let output = test["output"] else {
                    throw fields.fault("a test in \"\(name)\" lacks input or output")
                }
                tests.cases.append((input, output))
                kinds.insert(test["testtype"]?.text ?? "stdin")
            }
        }
        guard kinds.count == 1, let kind = kinds.first, ["stdin", "functional"].contains(kind) else {
            throw fields.fault(
                "the tests are of the kinds \(kinds.sorted().map { Quoting.quoted($0) }.joined(separator: ", "))",
                remedy: "all tests of a problem must be stdin, or all functional"
            )
        }
        guard kind == "functional" else { return tests }
        let metadata =
            try fields.has("metadata") ? Self.parsed(try fields.text("metadata"), "metadata", fields) : .null
        guard let function = metadata["func_name"]?.text, PythonName.isIdentifier(function) else {
            throw fields.fault("\"metadata\" names no function in func_name")
        }
        tests.function = function
        return tests
    }

    private func liveCodeBenchCases(_ name: String, _ fields: ForeignFields) throws(HarnessError) -> JSONTree
    {
        guard let text = fields.tree[name]?.text else { return fields.tree[name] ?? .null }
        if text.first(where: { !$0.isWhitespace }) == "[" { return try Self.parsed(text, name, fields) }
        let unpacked: String
        do {
            unpacked = try PackedText.text(in: text, maximumBytes: Self.maximumTestBytes)
        } catch {
            let what =
                switch error {
                case .notBase64: "is neither JSON nor base64"
                case .damaged: "is damaged: it is no zlib data with a pickle in it"
                case .tooLarge(let maximumBytes): "takes more than \(maximumBytes) bytes"
                case .otherThanText: "holds a Python pickle that is more than a text"
                }
            throw fields.fault(
                "the field \"\(name)\" \(what)",
                remedy: "nothing is ever unpickled, because that runs code: write the tests as JSON"
            )
        }
        return try Self.parsed(unpacked, name, fields)
    }

    private static func parsed(
        _ text: String,
        _ name: String,
        _ fields: ForeignFields
    ) throws(HarnessError) -> JSONTree {
        do {
            return try JSONTree(text.utf8)
        } catch {
            throw fields.fault(
                "the text of \"\(name)\" is malformed JSON at column \(error.column): \(error.reason)"
            )
        }
    }

    /// A text as it is; APPS also writes a list of lines.
    private static func stream(_ value: JSONTree, _ fields: ForeignFields) throws(HarnessError) -> String {
        if let text = value.text { return text }
        let lines = value.list?.compactMap(\.text)
        guard let lines, lines.count == value.list?.count else {
            throw fields.fault("an input or output is \(value.kind), not text")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
