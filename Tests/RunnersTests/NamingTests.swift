import HarnessCore
import Testing

@testable import Runners

@Suite
struct NamingTests {
    @Test(arguments: [
        ("merge_intervals", "merge_intervals", "mergeIntervals", "MergeIntervals"),
        ("encode_utf8", "encode_utf8", "encodeUtf8", "EncodeUtf8"),
        ("x", "x", "x", "X"), ("a_1_b", "a_1_b", "a1B", "A1B"),
    ])
    func `a name is written in each style`(name: String, snake: String, camel: String, pascal: String) {
        #expect(Naming.Style.snake.write(name) == snake)
        #expect(Naming.Style.camel.write(name) == camel)
        #expect(Naming.Style.pascal.write(name) == pascal)
    }

    @Test
    func `a reserved word takes another form`() {
        var naming = Naming()
        naming.reserved = ["default"]
        naming.reservedForm = "r#{name}"

        #expect(naming.write("default", .snake) == "r#default")
        #expect(naming.write("default", .pascal) == "Default")
    }

    @Test
    func `a snake-case language keeps every test as it is`() {
        guard case .cases(let test) = ToyLanguage.functionTask.test else { return }

        #expect(Naming().native(test) == test)
    }

    @Test(arguments: [
        ("{a} and {{b}}", "1 and {b}"), ("no", "no"), ("{{{a}}}", "{1}"),
    ])
    func `a command's placeholders are filled once`(text: String, expected: String) throws {
        #expect(try CommandText(values: ["a": "1", "b": "2"]).fill(text) == expected)
    }

    @Test(arguments: ["{c}", "{", "}", "{a"])
    func `a placeholder without a value is a fault`(text: String) {
        #expect(throws: CommandText.Fault.self) { try CommandText(values: ["a": "{c}"]).fill(text) }
    }

    @Test
    func `paths below another are dropped, and none is named twice`() {
        let paths = ReadOnlyPaths.reduced([
            "/usr/share/a", "/usr/lib/x", "/usr/lib", "/usr/lib", "/usr/library",
        ])

        #expect(paths == ["/usr/share/a", "/usr/lib", "/usr/library"])
    }

    @Test
    func `the types frame says the same of functions and objects`() throws {
        for task in [ToyLanguage.functionTask, PythonPromptTests.objectTask] {
            guard case .cases(let test) = task.test else { continue }

            let frames = try WireFormat.frames(in: TypesFrame.encode(test))

            let values = try #require(try frames.first?.values())
            guard case .map(let entries) = values[0] else { return #expect(Bool(false), "no map") }
            let keys = entries.map(\.key)
            #expect(
                keys
                    == ["kind", "name", "parameters", "returns", "methods", "records", "wide"].map(Value.text)
            )
        }
    }
}
