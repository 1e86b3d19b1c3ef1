import Foundation
import HarnessCore
import Testing

@testable import Runners

/// The drivers of JavaScript, Ruby, PHP and Perl, each through its real interpreter.
///
/// TypeScript runs with JavaScript's driver. A language that is not installed is passed over, unless
/// `EVALHARNESS_LANGUAGES_MUST_WORK` is 1.
@Suite
struct ScriptDriverTests {
    static let languages = ["javascript", "ruby", "php", "perl"]

    /// A function that returns its argument, and a record of the field `left`.
    private static let echoes = [
        "javascript": "function same(value) { return value; }",
        "ruby": "Box = Struct.new(:left)\ndef same(value) = value",
        "php": "<?php\nclass Box { function __construct(public $left) {} }\nfunction same($v) { return $v; }",
        "perl": "package Box; package main; sub same { return $_[0] }\n1;",
    ]

    /// Values that a careless driver would change: limits, signs of zero, bits, astral text, empty containers.
    private static let values: [(ValueType, Value)] = [
        (.int, .int(.max)), (.int, .int(.min)), (.int, .int(0)),
        (.float, .float(-0.0)), (.float, .float(3)), (.float, .float(.infinity)),
        (.float, .float(.leastNonzeroMagnitude)), (.float, .float(9_007_199_254_740_994)),
        (.bool, .bool(true)), (.bool, .bool(false)),
        (.string, .text("𝄞 é\0\u{10FFFF}\r\n")), (.string, .text("10")), (.string, .text("")),
        (.bytes, .bytes([0, 255, 195, 40, 10])), (.bytes, .bytes([])),
        (.optional(.int), .null), (.list(.optional(.int)), .list([.null, .int(-1)])),
        (.list(.list(.bool)), .list([.list([]), .list([.bool(false)])])),
        (.set(.string), .set([.text("7")])),
        (.set(.tuple([.int, .string])), .set([.tuple([.int(1), .text("")])])),
        (
            .map(key: .string, value: .list(.float)),
            .map([.init(key: .text("10"), value: .list([.float(1)]))])
        ),
        (.map(key: .int, value: .bool), .map([.init(key: .int(-3), value: .bool(false))])),
        (.map(key: .string, value: .int), .map([])),
        (.tuple([.int, .string, .float, .bytes]), .tuple([.int(1), .text("a"), .float(2), .bytes([7])])),
        (.record("Box"), .record(name: "Box", fields: [.init(name: "left", value: .int(5))])),
    ]

    @Test(arguments: languages)
    func `every value crosses both ways unchanged`(language: String) async throws {
        guard let session = try await ScriptSession(language) else { return }
        let program = try #require(Self.echoes[language])

        for (type, value) in Self.values {
            let output = try await session.answers(
                of: program,
                to: Self.function(type, returns: type),
                [[value]]
            )

            #expect(
                output.kinds == "ALRZ" && output.exitCode == 0,
                "\(language) \(value): \(output.standardError)"
            )
            #expect(try output.values(2) == [.int(0), value, .null], "\(language) \(type)")
        }
    }

    @Test(arguments: languages)
    func `NaN stays NaN`(language: String) async throws {
        guard let session = try await ScriptSession(language) else { return }

        let output = try await session.answers(
            of: try #require(Self.echoes[language]),
            to: Self.function(.float, returns: .float),
            [[.float(.nan)]]
        )

        guard case .float(let number) = try output.values(2)[1] else {
            Issue.record("\(language) answers no float")
            return
        }
        #expect(number.isNaN)
    }

    @Test(arguments: [
        ("javascript", "function same(value) { value.push(7n); }"),
        ("ruby", "def same(value) = value.push(7)"),
        ("php", "<?php\nfunction same(array &$value): void { $value[] = 7; }"),
        ("perl", "sub same { push @{ $_[0] }, 7 }\n1;"),
    ])
    func `a changed argument is reported and a fresh copy is passed each time`(
        language: String,
        program: String
    ) async throws {
        guard let session = try await ScriptSession(language) else { return }

        let output = try await session.answers(
            of: program,
            to: Self.function(.list(.int), returns: .void),
            [[.list([])], [.list([])]]
        )

        #expect(output.kinds == "ALRRZ")
        #expect(try output.values(2) == [.int(0), .null, .list([.list([.int(7)])])])
        #expect(try output.values(3) == [.int(1), .null, .list([.list([.int(7)])])])
    }

    @Test(arguments: [
        ("javascript", "function same() { throw new Proxy({}, { getPrototypeOf() { throw 1; } }); }"),
        (
            "ruby",
            "class Evil < StandardError\n def message = raise\n def class = 5\nend\ndef same(_) = raise(Evil)"
        ),
        ("php", "<?php\nfunction same() { throw new class(\"\\xff\") extends Exception {}; }"),
        (
            "perl",
            """
            package Evil;
            use overload '""' => sub { die }, '==' => sub { 1 };
            package main;
            sub same { die bless {}, 'Evil' }
            1;
            """
        ),
    ])
    func `an exception that lies when asked ends its call, not the driver`(
        language: String,
        program: String
    ) async throws {
        guard let session = try await ScriptSession(language) else { return }

        let output = try await session.answers(
            of: program,
            to: Self.function(.int, returns: .int),
            [[.int(1)], [.int(2)]]
        )

        #expect(output.kinds == "ALXXZ" && output.exitCode == 0, "\(output.standardError)")
    }

    @Test(arguments: [
        ("javascript", "function same() { const a = []; a.push(a); return a; }"),
        ("ruby", "def same(_)\n a = []\n a << a\nend"),
        ("php", "<?php\nfunction same() { $a = []; $a[] = &$a; return $a; }"),
        ("perl", "sub same { my $a = []; push @$a, $a; return $a }\n1;"),
    ])
    func `a cycle ends where nesting does`(language: String, program: String) async throws {
        guard let session = try await ScriptSession(language) else { return }

        let output = try await session.answers(
            of: program,
            to: Self.function(.int, returns: .list(.int)),
            [[.int(1)]]
        )

        var value = try output.values(2)[1]
        var depth = 0
        while case .list(let items) = value, let first = items.first {
            value = first
            depth += 1
        }
        #expect(value == .opaque(typeName: "too deep") && depth == 200)
    }

    @Test(arguments: [
        ("javascript", "function same() { return Array(20).fill(\"x\".repeat(1 << 20)); }"),
        ("ruby", "def same(_) = Array.new(20, \"x\" * (1 << 20))"),
        ("php", "<?php\nfunction same() { return array_fill(0, 20, str_repeat('x', 1 << 20)); }"),
        ("perl", "sub same { return [('x' x (1 << 20)) x 20] }\n1;"),
    ])
    func `a result beyond the channel's size is told, and the next call is answered`(
        language: String,
        program: String
    ) async throws {
        guard let session = try await ScriptSession(language) else { return }

        let output = try await session.answers(
            of: program,
            to: Self.function(.int, returns: .list(.string)),
            [[.int(1)], [.int(2)]]
        )

        #expect(output.kinds == "ALXXZ")
        #expect(try output.facts("X")["type"] == .text("HarnessResultTooLarge"))
    }

    private static func function(_ parameter: ValueType, returns: ValueType) -> CaseTest.Function {
        CaseTest.Function(
            name: "same",
            parameters: [.init(name: "value", type: parameter)],
            returns: returns,
            records: [.init(name: "Box", fields: [.init(name: "left", type: .int)])]
        )
    }
}
