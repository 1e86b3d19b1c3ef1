import HarnessCore
import Testing

@testable import Suites

@Suite(.temporaryFolder) struct YAMLFileTests {
    private func refusal(_ text: String) throws -> HarnessError {
        try #require(throws: HarnessError.self) { try YAMLFile(text: text, path: "task.yaml") }
    }

    private func text(of key: String, in file: YAMLFile) throws -> String {
        try Fields(file.root, of: "a file", allowed: ["a", "b"], in: file).text(key)
    }

    @Test(arguments: [
        ("a: &x 1\nb: *x\n", 1), ("b: 1\na: &x [1]\n", 2), ("a:\n  - &x { b: 1 }\n", 2), ("? &k a\n: 1\n", 1),
    ])
    func `An anchor is refused where it stands`(text: String, line: Int) throws {
        let error = try refusal(text)

        #expect(error.message == "anchors (&) and aliases (*) are not allowed")
        #expect(error.location == "task.yaml:\(line)")
    }

    @Test(.timeLimit(.minutes(1)))
    func `A tree of aliases in keys is refused before it is built`() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) [{ ? [\(alias), \(alias), \(alias)] : 1 }, \(alias), \(alias)]\n"
        }

        #expect(try refusal(text).message == "anchors (&) and aliases (*) are not allowed")
    }

    @Test func `Signs of anchors inside text are text`() throws {
        let file = try YAMLFile(
            text: "a: |\n  int *p = &x; f(*args, **options)\nb: \"*x\"\n",
            path: "task.yaml"
        )

        #expect(try text(of: "a", in: file) == "int *p = &x; f(*args, **options)\n")
    }

    @Test(arguments: ["a: !!int \"3\"\n", "a: !!python/object:os.system {}\n", "a: !x [1]\n", "a: !!str 3\n"])
    func `A tag is refused`(text: String) throws {
        let error = try refusal(text)

        #expect(error.message.hasPrefix("the tag "))
        #expect(error.location == "task.yaml:1")
    }

    @Test(arguments: [
        ("a: [1\nb: 2\n", "task.yaml:2"), ("a: 1\n b: 2\n", "task.yaml:2"), ("a: \"x\n", "task.yaml:2"),
        ("a: b: c\n", "task.yaml:1"), ("\tb: 1\n", "task.yaml:1"), ("a: 1\n---\nb: 2\n", "task.yaml:2"),
        ("x: 1\na: \u{1}\n", "task.yaml:2"), ("x: 1\na: \"\\ud83d\"\n", "task.yaml:2"),
    ])
    func `Malformed YAML is refused with its line`(text: String, location: String) throws {
        let error = try refusal(text)

        #expect(error.message.hasPrefix("not valid YAML: "))
        #expect(error.location == location)
    }

    @Test func `A key that stands twice is refused`() throws {
        let error = try refusal("a: 1\nb: 2\na: 3\n")

        #expect(error.message == "the key \"a\" stands twice in one mapping")
    }

    @Test func `Line breaks that YAML would change are refused`() throws {
        let error = try refusal("a: 1\nb: \"x\u{2028}y\"\n")

        #expect(error.message == "the character U+2028 would be changed by YAML")
        #expect(error.location == "task.yaml:2")
    }

    @Test func `Nesting without end is refused`() throws {
        #expect(
            try refusal("a: " + String(repeating: "[", count: 200_000)).message.hasPrefix("not valid YAML")
        )
    }

    @Test(arguments: ["", "# nothing\n"])
    func `An empty file is refused`(text: String) throws {
        #expect(try refusal(text).message == "the file is empty")
    }

    @Test func `A byte order mark is passed over`() throws {
        let file = try YAMLFile(at: try TemporaryFolder.write("\u{FEFF}a: 1\n", to: "task.yaml"))

        #expect(try text(of: "a", in: file) == "1")
    }

    @Test func `A file that is not UTF-8 is refused with the byte`() throws {
        let url = try TemporaryFolder.write([0x61, 0x3A, 0x20, 0xC3, 0x28], to: "task.yaml")

        let error = try #require(throws: HarnessError.self) { try YAMLFile(at: url) }

        #expect(error.message == "invalid UTF-8 at byte offset 3")
    }

    @Test func `A file beyond the bound is refused`() throws {
        let url = try TemporaryFolder.write(repeatElement(UInt8(ascii: "#"), count: 2 << 20), to: "task.yaml")

        let error = try #require(throws: HarnessError.self) { try YAMLFile(at: url) }

        #expect(error.message.contains("more than 1048576 bytes"))
    }
}
