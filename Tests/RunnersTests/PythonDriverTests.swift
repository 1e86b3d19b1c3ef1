import Foundation
import HarnessCore
import Testing

@testable import Runners

/// Mode `calls` of the Python driver, started cold.
@Suite
struct PythonDriverTests {
    @Test
    func `plain results come back in order, after the word that the program parses`() async throws {
        let program = """
            def f(x):
                if x > 1:
                    return [x, str(x)]
                return None
            """

        let output = try await DriverSession.shared.calls(
            "f",
            program,
            [call(0, "f", .int(1)), call(1, "f", .int(2))]
        )

        #expect(output.kinds == "ALRRZ" && output.exitCode == 0 && output.isComplete)
        #expect(try output.values(2) == [.int(0), .null, .null])
        #expect(try output.values(3) == [.int(1), .list([.int(2), .text("2")]), .null])
        #expect(try output.values(4) == [.int(2)])
        #expect(try output.values(0).isEmpty)
    }

    @Test(arguments: [
        Value.int(.max), .int(.min), .bigInteger("-" + String(repeating: "9", count: 5000)),
        .float(-0.0), .float(.infinity), .float(Double(bitPattern: 0x7ff8_0000_0000_0001)),
        .float(.leastNonzeroMagnitude),
        .text("𝄞 é\0"), .bytes([0, 255, 10]), .null, .bool(true),
        .map([.init(key: .tuple([.int(1), .text("a")]), value: .set([.int(3)]))]),
        .set([.tuple([.set([.int(1)])])]), .list([.list([.map([])]), .tuple([])]),
    ])
    func `every value crosses both ways unchanged`(value: Value) async throws {
        let output = try await DriverSession.shared.calls("f", "def f(x): return x", [call(0, "f", value)])

        #expect(try output.values(2) == [.int(0), value, .null])
    }

    @Test
    func `a changed argument is reported and a fresh copy is passed each time`() async throws {
        let program = "def f(x):\n    x.append(len(x))\n"

        let output = try await DriverSession.shared
            .calls("f", program, [call(0, "f", .list([])), call(1, "f", .list([]))])

        #expect(try output.values(2) == [.int(0), .null, .list([.list([.int(0)])])])
        #expect(try output.values(3) == [.int(1), .null, .list([.list([.int(0)])])])
    }

    @Test
    func `records are built by the program's own class and come back as records`() async throws {
        let program = """
            from dataclasses import dataclass
            from typing import ClassVar

            @dataclass
            class Point:
                x: int
                y: int
                kind: ClassVar[str] = "no field"

            def flip(p):
                return [Point(p.y, p.x)]
            """
        let point = Value.record(
            name: "Point",
            fields: [.init(name: "x", value: .int(1)), .init(name: "y", value: .int(2))]
        )
        let flipped = Value.record(
            name: "Point",
            fields: [.init(name: "x", value: .int(2)), .init(name: "y", value: .int(1))]
        )

        let output = try await DriverSession.shared.calls("flip", program, [call(0, "flip", point)])

        #expect(try output.values(2) == [.int(0), .list([flipped]), .null])
    }

    @Test
    func `a record that the program does not define is its failure`() async throws {
        let point = Value.record(name: "Point", fields: [.init(name: "x", value: .int(1))])

        let output = try await DriverSession.shared.calls("f", "def f(p): return 1", [call(0, "f", point)])

        #expect(output.kinds == "ALXZ")
        #expect(try output.facts("X")["type"] == .text("HarnessMissingRecord"))
        #expect(try output.facts("X")["missing_entry"] == .text("Point"))
    }

    @Test
    func `objects keep their state between calls and a failed constructor skips its methods`() async throws {
        let program = """
            class Box:
                def __init__(self, size):
                    if size < 0:
                        raise ValueError("size")
                    self.items = []

                def put(self, item):
                    self.items.append(item)
                    return len(self.items)
            """
        let session = try await DriverSession.shared
        func construct(_ sequence: Int64, _ id: Int64, _ size: Int64) -> [UInt8] {
            let values: [Value] = [.int(sequence), .int(id), .text("Box"), .list([.int(size)])]
            return WireFormat.encode(frame: "O", values)
        }
        func method(_ sequence: Int64, _ id: Int64, _ name: String) -> [UInt8] {
            let values: [Value] = [.int(sequence), .int(id), .text(name), .list([.int(7)])]
            return WireFormat.encode(frame: "M", values)
        }

        let output = try await session.calls(
            "Box",
            program,
            [
                construct(0, 1, 3), method(1, 1, "put"), method(2, 1, "put"), construct(3, 2, -1),
                method(4, 2, "put"), method(5, 1, "take"),
            ]
        )

        #expect(output.kinds == "ALRRRXXXZ")
        #expect(try output.values(2) == [.int(0), .null, .null])
        #expect(try output.values(4) == [.int(2), .int(2), .null])
        #expect(try output.facts("X")["type"] == .text("ValueError"))
        #expect(String(decoding: output.frames[6].payload, as: UTF8.self).contains("HarnessSkipped"))
        #expect(String(decoding: output.frames[7].payload, as: UTF8.self).contains("missing_entry"))
    }

    @Test(arguments: [
        ("def f(x)\n    return 1\n", false), ("def f(x):\n    return (1,\n", true),
        ("def f(x):\n    return '''abc\n", true), ("def f(x):\n    if x:\n", true),
        ("def f(x):\n    y = 'abc\n    return y\n", false), ("foo(a\nb = 1\nprint(b)\n", false),
        ("def f(x):\n    return 'abc", true), ("def f(x): return \u{0}1\n", false),
        ("def f(x):\n    try:\n        return 1\n", true), ("Here is the solution you asked for:", false),
    ])
    func `a source that does not parse is told from one that is cut off`(
        source: String,
        isCutOff: Bool
    ) async throws {
        let output = try await DriverSession.shared.calls("f", source, [call(0, "f", .int(1))])

        let facts = try output.facts("E")
        #expect(output.kinds == "EZ" && output.exitCode == 0)
        #expect(facts["stage"] == .text("parse"))
        #expect((facts["at_end"] ?? .bool(false)) == .bool(isCutOff))
        guard case .list(let bases) = facts["bases"] else { return #expect(Bool(false), "no bases") }
        #expect(bases.contains(.text("SyntaxError")))
    }

    @Test(arguments: [(10_000, "parse"), (1_100_000, "load")])
    func `only a long source can be too large to parse, a short one nests too deep`(
        signs: Int,
        stage: String
    ) async throws {
        let program = "x = " + String(repeating: "-", count: signs) + "1\n"

        let output = try await DriverSession.shared.calls("f", program, [])

        let facts = try output.facts("E")
        #expect(facts["type"] == .text("MemoryError"))
        #expect(facts["stage"] == .text(stage))
    }

    @Test
    func `bytes that are not UTF-8 are a syntax error`() async throws {
        let output = try await DriverSession.shared.calls("f", bytes: [0x66, 0xff, 0xfe, 0x0a], [])

        #expect(output.kinds == "EZ")
        #expect(try output.facts("E")["type"] == .text("SyntaxError"))
    }

    @Test(arguments: [
        ("import nonesuch", "module", Value.text("nonesuch")),
        ("import numpy as np", "is_stdlib_module", .bool(false)),
        ("from math import cube", "name", .text("cube")),
        ("from math import cube", "object", .text("module:math")),
        ("raise SystemExit(0)", "type", .text("SystemExit")),
        ("g = 1", "missing_entry", .text("f")),
        ("f = 1", "missing_entry", .text("f")),
        ("1 / 0", "line", .int(1)),
    ])
    func `a failure to load says why`(source: String, key: String, value: Value) async throws {
        let output = try await DriverSession.shared.calls("f", source, [])

        #expect(output.kinds == "AEZ" && output.exitCode == 0)
        #expect(try output.facts("E")[key] == value)
    }

    @Test(arguments: [
        ("return unknown_name", ["name": Value.text("unknown_name"), "is_defined": .bool(false)]),
        ("return math.sqrt(x)", ["name": .text("math"), "is_stdlib_module": .bool(true)]),
        ("total += 1", ["name": .text("total"), "is_defined": .bool(true)]),
        ("return [].push(x)", ["object": .text("builtin:list"), "name": .text("push")]),
        ("return None.push(x)", ["object": .text("none")]),
        ("return str.reverse('a')", ["object": .text("builtin:str")]),
        ("return Own().missing", ["object": .text("own:Own")]),
        ("import re; return re.find_all", ["object": .text("module:re")]),
        ("return g(1, 2)", ["callee": .text("own"), "line": .int(4)]),
        ("return [].append(1, 2)", ["callee": .text("foreign")]),
        ("return sorted([1], order=1)", ["callee": .text("foreign")]),
        ("return Own(1)", ["callee": .text("own")]),
        ("import sys; sys.exit(0)", ["type": .text("SystemExit")]),
        ("return f(x)", ["type": .text("RecursionError"), "line": .int(4)]),
        ("return {}['k']", ["type": .text("KeyError"), "message": .text("'k'")]),
    ])
    func `a failing call says what was wrong`(body: String, expected: [String: Value]) async throws {
        let program = "class Own: pass\ndef g(a): return a\ndef f(x):\n    \(body)\n"

        let output = try await DriverSession.shared.calls(
            "f",
            program,
            [call(0, "f", .int(1)), call(1, "f", .int(1))]
        )

        #expect(output.kinds == "ALXXZ" && output.exitCode == 0)
        let facts = try output.facts("X")
        for (key, value) in expected { #expect(facts[key] == value, "\(key)") }
        #expect(facts["signature_mismatch"] == nil)
    }

    @Test(arguments: ["def f(): pass", "def f(a, b): pass", "def f(*, x): pass", "f = lambda: 1"])
    func `an entry point of another signature is named as such`(program: String) async throws {
        let output = try await DriverSession.shared.calls("f", program, [call(0, "f", .int(1))])

        #expect(try output.facts("X")["signature_mismatch"] == .bool(true))
    }

    @Test
    func `cycles and great depth end as opaque values`() async throws {
        let program = """
            def f(x):
                deep = []
                if x:
                    deep.append(deep)
                    return deep
                for _ in range(5000):
                    deep = [deep]
                return deep
            """

        let output = try await DriverSession.shared.calls(
            "f",
            program,
            [call(0, "f", .int(0)), call(1, "f", .int(1))]
        )

        for index in 2...3 {
            var value = try output.values(index)[1]
            var depth = 0
            while case .list(let items) = value, let inner = items.first {
                value = inner
                depth += 1
            }
            #expect(value == .opaque(typeName: "too deep"))
            #expect(depth == WireFormat.maximumDepth)
        }
    }

    @Test(arguments: [
        "return 'a' * (17 << 20)", "return 1 << 500_000",
        "x = [0]\n    for _ in range(64): x = [x, x]\n    return x",
    ])
    func `a result too large to cross is a failure, and later calls go on`(body: String) async throws {
        let program = "def f(n):\n    if n: return n\n    \(body)\n"

        let output = try await DriverSession.shared.calls(
            "f",
            program,
            [call(0, "f", .int(0)), call(1, "f", .int(1))]
        )

        #expect(output.kinds == "ALXRZ")
        #expect(try output.facts("X")["type"] == .text("HarnessResultTooLarge"))
    }

    @Test
    func `every program starts from the same random state`() async throws {
        let program = "import random\ndef f(): return [random.random(), list({'a', 'b', 'c', 'd'})]"
        let session = try await DriverSession.shared

        let first = try await session.calls("f", program, [call(0, "f")])
        let second = try await session.calls("f", program, [call(0, "f")])

        #expect(try first.values(2) == second.values(2))
        #expect(first.kinds == "ALRZ")
    }

    @Test
    func `output is flushed, exit handlers and a main guard do not run`() async throws {
        let program = """
            import atexit, sys
            atexit.register(print, "exit handler")
            if __name__ == "__main__":
                print("main")
            def f(): print("called", sys.argv, len(sys.stdin.read()))
            """

        let output = try await DriverSession.shared.calls("f", program, [call(0, "f")])

        #expect(output.standardOutput == "called ['solution.py'] 0\n")
        #expect(output.standardError.isEmpty)
    }

    @Test
    func `that the program parses is said before any of it runs`() async throws {
        let output = try await DriverSession.shared.calls("f", "import os\nos._exit(0)\ndef f(): pass", [])

        #expect(output.kinds == "A")
    }

    @Test
    func `the driver's modules are not there to import`() async throws {
        let names = ["wire", "candidate", "examiner", "driver", "analysis"]
        let program = "def f(name): return __import__(name).__name__"
        let calls = names.enumerated().map { call(Int64($0.offset), "f", .text($0.element)) }

        let output = try await DriverSession.shared.calls("f", program, calls)

        #expect(output.kinds == "ALXXXXXZ")
        #expect(try output.facts("X")["type"] == .text("ModuleNotFoundError"))
    }
}
