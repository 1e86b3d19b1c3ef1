import Foundation
import HarnessCore
import Testing

@testable import Runners

/// Programs that attack the driver: nothing they do may look like an honest answer they did not give.
@Suite
struct HostileProgramTests {
    @Test(arguments: [
        ("class A:\n    def __eq__(s, o): return True\n    __hash__ = None\ndef f(): return A()", "A"),
        ("class I(int):\n    def __eq__(s, o): return True\ndef f(): return I(3)", "I"),
        ("class S(str): pass\ndef f(): return S('x')", "S"),
        ("class L(list): pass\ndef f(): return L([1])", "L"),
        ("class A:\n    __class__ = int\ndef f(): return A()", "A"),
        (
            "class M(type):\n    def __getattribute__(c, n): raise SystemExit\nclass A(metaclass=M): pass\ndef f(): return A()",
            "A"
        ),
        (
            "class M(type):\n    def __eq__(c, o): return True\n    __hash__ = type.__hash__\nclass A(metaclass=M): pass\ndef f(): return A()",
            "A"
        ),
        ("def f(): return (i for i in [])", "generator"),
        ("def f(): return '\\ud800'", "str"),
        ("def f(): return 1j", "complex"),
        ("def f(): return range(3)", "range"),
    ])
    func `what is not exactly plain data is opaque`(program: String, name: String) async throws {
        let output = try await DriverSession.shared.calls("f", program, [call(0, "f")])

        #expect(output.kinds == "ALRZ")
        #expect(try output.values(2)[1] == .opaque(typeName: name))
    }

    @Test
    func `replaced builtins do not reach the driver`() async throws {
        let program = """
            import builtins, json, os, struct, sys
            for name in ("len", "type", "isinstance", "str", "repr", "list", "any", "vars", "getattr", "bytes"):
                setattr(builtins, name, lambda *a, **k: 42)
            os.write = os.read = os.getpid = os._exit = lambda *a: 0
            struct.pack = lambda *a: b""
            sys.exc_info = None
            def f(x):
                return [x, 1.5]
            """

        let output = try await DriverSession.shared.calls("f", program, [call(0, "f", .list([.int(1)]))])

        #expect(output.kinds == "ALRZ" && output.exitCode == 0)
        #expect(try output.values(2) == [.int(0), .list([.list([.int(1)]), .float(1.5)]), .null])
    }

    @Test(arguments: [
        "raise E", "raise E('x')", "raise type('N', (NameError,), {'name': property(lambda s: 1/0)})('m')",
        "e = AttributeError('m'); e.name = []; e.obj = E; raise e",
    ])
    func `an exception that lies about itself is still described`(body: String) async throws {
        let program = """
            class Meta(type):
                __name__ = property(lambda c: 1 / 0)
                __module__ = 5
            class E(ValueError, metaclass=Meta):
                __class__ = SyntaxError
                def __str__(self): raise SystemExit(0)
                __repr__ = __str__
            def f():
                \(body)
            """

        let output = try await DriverSession.shared.calls("f", program, [call(0, "f"), call(1, "f")])

        #expect(output.kinds == "ALXXZ" && output.exitCode == 0)
        #expect(try output.facts("X")["type"] != nil)
    }

    @Test
    func `a message is cut and made valid text`() async throws {
        let program = "def f(): raise ValueError('\\ud800' + 'x' * 100_000)"

        let output = try await DriverSession.shared.calls("f", program, [call(0, "f")])

        guard case .text(let message) = try output.facts("X")["message"] else {
            return #expect(Bool(false), "no message")
        }
        #expect(message.unicodeScalars.count == 2000)
        #expect(message.hasPrefix("\\ud800x"))
    }

    @Test(arguments: ["os._exit(0)", "os.kill(os.getpid(), 9)", "os.execv('/bin/true', ['true'])"])
    func `a program that leaves early has not ended properly`(body: String) async throws {
        let program = "import os\ndef f(x):\n    if x: \(body)\n    return 1\n"

        let output = try await DriverSession.shared.calls(
            "f",
            program,
            [call(0, "f", .int(0)), call(1, "f", .int(1))]
        )

        #expect(output.kinds == "ALR")
    }

    @Test
    func `frames that a program forges stand beside the driver's own`() async throws {
        let program = "import os\ndef f(x):\n    os.write(4, b'R7:I0;I9;N' + b'Z3:I1;')\n    return x\n"

        let output = try await DriverSession.shared.calls("f", program, [call(0, "f", .int(1))])

        // One `R` too many and a `Z` in the middle: the judge sees that the driver did not write this.
        #expect(output.kinds == "ALRZRZ")
    }

    @Test
    func `walking the frames finds no way out and no expected value`() async throws {
        let program = """
            import gc, sys
            def f(x):
                frame = sys._getframe()
                while frame is not None:
                    frame.f_globals["encode"] = None
                    for name in list(frame.f_locals):
                        if name == "sequence": frame.f_locals[name] = 99
                    frame = frame.f_back
                return 1
            """

        let output = try await DriverSession.shared.calls("f", program, [call(0, "f", .int(1))])

        // Breaking the driver costs the program its own answer, never more.
        #expect(output.kinds == "AL")
        #expect(output.exitCode == 70)
    }

    @Test
    func `a process that the program forks does not report`() async throws {
        let program = "import os\ndef f():\n    child = os.fork()\n    return 1\n"

        let output = try await DriverSession.shared.calls("f", program, [call(0, "f")])

        #expect(output.kinds == "ALRZ")
    }

    @Test
    func `standard streams may be closed or replaced`() async throws {
        let program =
            "import sys\nsys.stdout.close()\nsys.stderr = None\ndef f():\n    sys.stdout = 5\n    return 1\n"

        let output = try await DriverSession.shared.calls("f", program, [call(0, "f")])

        #expect(output.kinds == "ALRZ" && output.exitCode == 0)
    }

    @Test
    func `a deep recursion limit and threads leave the protocol whole`() async throws {
        let program = """
            import sys, threading, time
            sys.setrecursionlimit(100_000)
            def f():
                threading.Thread(target=time.sleep, args=(30,)).start()
                return sum(range(10))
            """

        let output = try await DriverSession.shared.calls("f", program, [call(0, "f")])

        #expect(output.kinds == "ALRZ" && output.exitCode == 0)
    }
}
