import Foundation
import HarnessCore
import Suites
import Testing

@Suite(.temporaryFolder) struct SampleFileTests {
    static let suite = TaskSuite(
        name: "T",
        tasks: ["T/0", "T/1", "merge-intervals"].map { id in
            EvalTask(id: id, prompt: "", test: .pythonCheck(PythonCheck(entryPoint: "f", test: "")))
        },
        hash: ContentHash(of: ""),
        limits: ResourceLimits()
    )

    private func load(_ content: some Sequence<UInt8>, name: String = "samples.jsonl") throws -> [Sample] {
        try SampleReader.samples(at: try TemporaryFolder.write(content, to: name), for: Self.suite)
    }

    private func load(_ lines: String...) throws -> [Sample] { try load(lines.joined(separator: "\n").utf8) }

    private func refusal(_ lines: String...) throws -> HarnessError {
        try #require(throws: HarnessError.self) { try load(lines.joined(separator: "\n").utf8) }
    }

    @Test func `Samples of a task are numbered in the order of the file`() throws {
        let samples = try load(
            "{\"task_id\": \"T/1\", \"completion\": \"a\"}",
            "{\"task_id\": \"T/0\", \"completion\": \"b\"}",
            "",
            "{\"task_id\": \"T/1\", \"completion\": \"\"}"
        )

        #expect(
            samples == [
                Sample(taskID: "T/1", index: 0, text: "a", form: .completion),
                Sample(taskID: "T/0", index: 0, text: "b", form: .completion),
                Sample(taskID: "T/1", index: 1, text: "", form: .completion),
            ]
        )
    }

    @Test func `A solution wins over a completion`() throws {
        let samples = try load(
            "{\"task_id\": \"T/0\", \"completion\": \"a\", \"solution\": \"b\"}",
            "{\"task_id\": \"T/0\", \"completion\": \"c\", \"solution\": null}"
        )

        #expect(samples.map(\.text) == ["b", "c"])
        #expect(samples.map(\.form) == [.solution, .completion])
    }

    @Test func `Language and label are kept`() throws {
        let samples = try load(
            "{\"task_id\": \"T/0\", \"completion\": \"a\", \"language\": \"Swift\", \"label\": \"logic.wrong-value\"}"
        )

        #expect(samples.map(\.language) == [Language(rawValue: "swift")])
        #expect(samples.map(\.plantedLabel) == ["logic.wrong-value"])
    }

    @Test func `Numbers that every line gives are kept`() throws {
        let samples = try load(
            "{\"task_id\": \"T/0\", \"completion\": \"a\", \"completion_id\": 7}",
            "{\"task_id\": \"T/0\", \"completion\": \"b\", \"completion_id\": 3}",
            "{\"task_id\": \"T/1\", \"completion\": \"c\", \"completion_id\": 7}"
        )

        #expect(samples.map(\.index) == [7, 3, 7])
    }

    @Test func `Numbers that some lines lack are passed over`() throws {
        let samples = try load(
            "{\"task_id\": \"T/0\", \"completion\": \"a\", \"completion_id\": 7}",
            "{\"task_id\": \"T/0\", \"completion\": \"b\"}"
        )

        #expect(samples.map(\.index) == [0, 1])
    }

    @Test func `A text keeps every byte of its characters`() throws {
        let samples = try load(
            "{\"task_id\": \"T/0\", \"completion\": \"e\\u0301 \\ud83d\\ude00 é\\r\\n\\t\"}\r"
        )

        #expect(samples.first.map { Array($0.text.utf8) } == Array("e\u{301} \u{1F600} é\r\n\t".utf8))
    }

    @Test func `A packed file gives the same samples`() throws {
        let line = "{\"task_id\": \"T/0\", \"completion\": \"a\"}\n"

        #expect(try load(Gzip.pack(Array(line.utf8)), name: "samples.jsonl.gz") == (try load(line)))
    }

    @Test(
        arguments: [
            (
                "{\"task_id\": \"T/00\", \"completion\": \"\"}", "unknown task id \"T/00\"",
                "did you mean \"T/0\"?"
            ),
            (
                "{\"task_id\": \"merge_intervals\", \"completion\": \"\"}",
                "unknown task id \"merge_intervals\"",
                "did you mean \"merge-intervals\"?"
            ),
            (
                "{\"task_id\": \"HumanEval/3\", \"completion\": \"\"}", "unknown task id \"HumanEval/3\"",
                "the suite T has no such task; is this the right suite?"
            ),
            ("{\"completion\": \"\"}", "missing field \"task_id\"", nil),
            (
                "{\"task_id\": \"T/0\"}", "missing field \"completion\" or \"solution\"",
                "give what follows the prompt as completion, or a whole program as solution"
            ),
            (
                "{\"task_id\": \"T/0\", \"completion\": 3}", "the field \"completion\" must be text, not 3",
                nil
            ),
            (
                "{\"task_id\": \"T/0\", \"completion\": [\"a\"]}",
                "the field \"completion\" must be text, not a list", nil
            ),
            (
                "{\"task_id\": \"T/0\", \"completion\": \"\", \"completion_id\": \"1\"}",
                "the field \"completion_id\" must be a whole number from 0 to 2147483647, not text", nil
            ),
            (
                "{\"task_id\": \"T/0\", \"completion\": \"\", \"completion_id\": -1}",
                "the field \"completion_id\" must be a whole number from 0 to 2147483647, not -1", nil
            ),
            (
                "{\"task_id\": \"T/0\", \"completion\": \"\", \"language\": \"../x\"}",
                "\"../x\" is not the name of a language", "write a name such as python"
            ),
            (
                "{\"task_id\": \"T/0\", \"completion\": \"a\\u0000b\"}",
                "the field \"completion\" contains a NUL character (\\u0000)",
                "remove it: no program text can hold one"
            ),
            (
                "{\"task_id\": \"T/0\", ", "malformed JSON at column 20: a field name in quotes is missing",
                nil
            ),
            (
                "[]", "malformed JSON at column 1: a JSON object must start with {",
                "write one JSON object per line"
            ),
        ] as [(String, String, String?)]
    )
    func `A faulty line is refused with its number`(line: String, message: String, remedy: String?) throws {
        let error = try refusal(
            "{\"task_id\": \"T/0\", \"completion\": \"good\", \"completion_id\": 0}",
            line
        )

        #expect(error.message == message)
        #expect(error.location?.hasSuffix("samples.jsonl:2") == true)
        #expect(error.code == .badData)
        if let remedy { #expect(error.remedy == remedy) }
    }

    @Test func `A number that stands twice is refused with both lines`() throws {
        let line = "{\"task_id\": \"T/0\", \"completion\": \"a\", \"completion_id\": 1}"

        let error = try refusal(
            line,
            "{\"task_id\": \"T/1\", \"completion\": \"a\", \"completion_id\": 1}",
            line
        )

        #expect(error.message == "the completion_id 1 of \"T/0\" stands twice, first on line 1")
        #expect(error.location?.hasSuffix("samples.jsonl:3") == true)
    }

    @Test(arguments: ["", "\n \n"])
    func `A file without samples is refused`(content: String) throws {
        #expect(try refusal(content).message == "the file has no samples")
    }

    @Test func `Bytes that are no text are refused with their offset`() throws {
        let good = Array("{\"task_id\": \"T/0\", \"completion\": \"a\"}\n".utf8)
        let invalid =
            Array("{\"task_id\": \"T/0\", \"completion\": \"é".utf8) + [0xED, 0xA0, 0x80] + Array("\"}".utf8)

        let encoding = try #require(throws: HarnessError.self) { try load(good + invalid) }
        let zero = try #require(throws: HarnessError.self) { try load(good + [0x7B, 0, 0x7D]) }

        #expect(encoding.message == "invalid UTF-8 at byte offset 36")
        #expect(encoding.location?.hasSuffix("samples.jsonl:2") == true)
        #expect(zero.message == "NUL byte at byte offset 1")
    }

    @Test func `A completion of 50 MB is refused with its size and the limit`() throws {
        let head = "{\"task_id\": \"T/0\", \"completion\": \""
        let content =
            Array(head.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 50_000_000) + Array("\"}\n".utf8)

        let error = try #require(throws: HarnessError.self) { try load(content) }

        #expect(error.message == "the line has 50000036 bytes; a sample may have 10485760")
        #expect(error.location?.hasSuffix("samples.jsonl:1") == true)
        #expect(error.remedy == "shorten this sample or leave it out")
    }
}
