import HarnessCore
import Testing

@testable import Suites

@Suite struct ValueReaderTests {
    private static let point = "records: [{ name: Point, fields: [{ x: int }, { y: float }] }]"

    @Test(arguments: [
        ("0", "int", Value.int(0)),
        ("-7", "int", .int(-7)),
        ("+7", "int", .int(7)),
        ("9223372036854775807", "int", .int(.max)),
        ("-9223372036854775808", "int", .int(.min)),
        ("1", "float", .float(1)),
        ("1.10", "float", .float(1.1)),
        ("-0.0", "float", .float(-0.0)),
        ("-0", "float", .float(-0.0)),
        (".5", "float", .float(0.5)),
        ("5e-324", "float", .float(.leastNonzeroMagnitude)),
        ("1e22", "float", .float(1e22)),
        ("9007199254740992", "float", .float(9_007_199_254_740_992)),
        (".inf", "float", .float(.infinity)),
        ("-.inf", "float", .float(-.infinity)),
        (".nan", "float", .float(.nan)),
        ("true", "bool", .bool(true)),
        ("false", "bool", .bool(false)),
        ("00fF", "bytes", .bytes([0x00, 0xFF])),
        ("\"10\"", "bytes", .bytes([0x10])),
        ("\"\"", "bytes", .bytes([])),
        ("null", "optional<int>", .null),
        ("~", "optional<string>", .null),
        ("3", "optional<int>", .int(3)),
    ])
    func `A word becomes a value of the declared type`(word: String, type: String, expected: Value) throws {
        #expect(try TaskFixture(argument: word, type: type).argument() == expected)
    }

    @Test(arguments: [
        ("no", "no"), ("1.10", "1.10"), ("0x1F", "0x1F"), ("true", "true"), ("2001-01-01", "2001-01-01"),
        ("12:30", "12:30"), ("\"null\"", "null"), ("'~'", "~"), ("\"\"", ""), ("\"a\\0b\"", "a\0b"),
        ("\"\\U0001F600\"", "\u{1F600}"), ("😀", "\u{1F600}"), ("\"e\\u0301\"", "e\u{301}"), ("é", "\u{E9}"),
        ("\"\\u2028\"", "\u{2028}"),
    ])
    func `Text stays text whatever YAML 1.1 would take it for`(written: String, expected: String) throws {
        #expect(try TaskFixture(argument: written, type: "string").argument() == .text(expected))
    }

    @Test func `Containers hold values of their item types`() throws {
        #expect(
            try TaskFixture(argument: "[[1], []]", type: "list<list<int>>").argument()
                == .list([.list([.int(1)]), .list([])])
        )
        #expect(
            try TaskFixture(argument: "[1, no]", type: "tuple<float,string>").argument()
                == .tuple([.float(1), .text("no")])
        )
        #expect(
            try TaskFixture(argument: "[b, a]", type: "set<string>").argument()
                == .set([.text("b"), .text("a")])
        )
    }

    @Test(arguments: ["{ 1: a, 2: \"b\" }", "[[1, a], [2, b]]"])
    func `A map is a mapping or a sequence of pairs`(written: String) throws {
        let entries: [Value.MapEntry] = [
            .init(key: .int(1), value: .text("a")), .init(key: .int(2), value: .text("b")),
        ]

        #expect(try TaskFixture(argument: written, type: "map<int,string>").argument() == .map(entries))
    }

    @Test func `A map keyed by text keeps keys that look like booleans apart from quoted ones`() throws {
        let value = try TaskFixture(argument: "{ no: 1, \"yes\": 2 }", type: "map<string,int>").argument()

        #expect(
            value
                == .map([.init(key: .text("no"), value: .int(1)), .init(key: .text("yes"), value: .int(2))])
        )
    }

    @Test func `A record takes its fields in the order of their declaration`() throws {
        let value = try TaskFixture(argument: "{ y: 2, x: 1 }", type: "Point", records: Self.point).argument()

        #expect(
            value
                == .record(
                    name: "Point",
                    fields: [.init(name: "x", value: .int(1)), .init(name: "y", value: .float(2))]
                )
        )
    }

    @Test func `A record may hold itself behind optional`() throws {
        let node = "records: [{ name: Link, fields: [{ next: optional<Link> }] }]"

        let value = try TaskFixture(argument: "{ next: { next: null } }", type: "Link", records: node)
            .argument()

        let inner = Value.record(name: "Link", fields: [.init(name: "next", value: .null)])
        #expect(value == .record(name: "Link", fields: [.init(name: "next", value: inner)]))
    }

    @Test(arguments: [
        ("9223372036854775808", "int", "64 bits"),
        ("-9223372036854775809", "int", "64 bits"),
        ("010", "int", "must be int"),
        ("0x10", "int", "must be int"),
        ("1_000", "int", "must be int"),
        ("1.0", "int", "must be int"),
        ("12:30", "int", "must be int"),
        ("\"3\"", "int", "must be int"),
        ("true", "int", "must be int"),
        ("null", "int", "must be int"),
        ("9007199254740993", "float", "no double holds"),
        ("1e999", "float", "range"),
        ("1e-999", "float", "range"),
        ("nan", "float", "must be float"),
        ("\"1.0\"", "float", "must be float"),
        (".", "float", "must be float"),
        ("yes", "bool", "must be bool"),
        ("no", "bool", "must be bool"),
        ("True", "bool", "must be bool"),
        ("1", "bool", "must be bool"),
        ("null", "string", "must be string"),
        ("~", "string", "must be string"),
        ("[a]", "string", "must be string"),
        ("abc", "bytes", "must be bytes"),
        ("zz", "bytes", "must be bytes"),
        ("3", "list<int>", "must be list<int>"),
        ("{ a: 1 }", "list<int>", "must be list<int>"),
        ("[1]", "tuple<int,int>", "has 1 items"),
        ("[1, 1]", "set<int>", "same element twice"),
        ("[0.0, -0.0]", "set<float>", "same element twice"),
        ("[[1, 2], [1, 3]]", "map<int,int>", "same key twice"),
        ("{ 1: 2, +1: 3 }", "map<int,int>", "same key twice"),
        ("[[1, 2, 3]]", "map<int,int>", "must be a pair"),
        ("x", "map<int,int>", "must be map<int,int>"),
        ("{ x: 1 }", "Point", "lacks the key \"y\""),
        ("{ x: 1, y: 2, z: 3 }", "Point", "unknown key \"z\""),
        ("[1, 2]", "Point", "must be a mapping"),
    ])
    func `A value of another type is refused`(written: String, type: String, message: String) throws {
        let error = try TaskFixture(argument: written, type: type, records: Self.point).refusal()

        #expect(error.message.contains(message), "\(error)")
        #expect(error.message.contains("args[0]"))
        #expect(error.code == .badData)
        #expect(error.location == "add-up.yaml:8")
    }

    @Test func `A value deep inside is named by its path and its own line`() throws {
        let error = try TaskFixture(argument: "[{ a: [1,\n  oops] }]", type: "list<map<string,list<int>>>")
            .refusal()

        #expect(error.message == "args[0][0][\"a\"][1] must be int, not \"oops\"")
        #expect(error.location == "add-up.yaml:8")
        #expect(error.remedy == "write decimal digits, without leading zeros")
    }
}
