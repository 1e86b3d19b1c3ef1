import HarnessCore
import Testing

@testable import Suites

@Suite struct TypeParserTests {
    @Test(arguments: [
        ("int", ValueType.int),
        ("list<list<int>>", .list(.list(.int))),
        ("map<string, optional<float>>", .map(key: .string, value: .optional(.float))),
        ("tuple<int,set<bytes>,bool>", .tuple([.int, .set(.bytes), .bool])),
        (" list < Point > ", .list(.record("Point"))),
        ("set<tuple<int,optional<string>>>", .set(.tuple([.int, .optional(.string)]))),
    ])
    func `A type reads as it is written`(text: String, expected: ValueType) throws {
        #expect(try TypeParser.parse(text, records: ["Point"]) == expected)
    }

    @Test(arguments: [
        ("lst<int>", "did you mean \"list\"?"),
        ("integer", nil),
        ("Pont", "did you mean \"Point\"?"),
        ("list", "write list<…>"),
        ("list<int", "check the brackets"),
        ("list<int>>", "check the brackets"),
        ("list<int,int>", "list takes 1"),
        ("map<int>", "map takes 2"),
        ("set<list<int>>", nil),
        ("map<Point,int>", nil),
        ("optional<optional<int>>", nil),
        ("list<void>", "void is the type of a result only"),
        ("void", "void is the type of a result only"),
        ("", nil),
        ("int int", "check the brackets"),
    ])
    func `What is no type is refused with a remedy`(text: String, remedy: String?) throws {
        let fault = try #require(throws: TypeParser.Fault.self) {
            try TypeParser.parse(text, records: ["Point"])
        }

        #expect(fault.message.contains("the type "))
        if let remedy { #expect(fault.remedy == remedy) } else { #expect(fault.remedy != nil) }
    }

    @Test func `A result may be void`() throws {
        #expect(try TypeParser.parse("void", records: [], allowsVoid: true) == .void)
    }

    @Test func `Nesting without end is refused, not followed`() {
        let text = String(repeating: "list<", count: 100_000)

        #expect(throws: TypeParser.Fault.self) { try TypeParser.parse(text, records: []) }
    }

    @Test func `A type is spelt as it was read`() throws {
        let text = "map<string,tuple<int,optional<list<Point>>>>"

        #expect(try TypeParser.parse(text, records: ["Point"]).spelling == text)
    }
}
