import Foundation
import HarnessCore
import TestSupport
import Testing

@testable import Runners

/// The guest library's answers to ordinary calls, against the driver's own.
@Suite
struct ShortcutTests {
    @Test(arguments: [1, 2, 3])
    func `a warm program's answers are those of the driver, byte for byte`(seed: Int) async throws {
        let session = try await DriverSession.shared
        let box = try Box(["compare.py": Array(Self.comparison.utf8)])
        defer { box.remove() }
        let library = Checkout.products.appending(path: "libsandbox-guest.so").path

        let exitCode = try await box.run(
            "/bin/sh",
            [
                "-c", "exec \"$@\" > results 2> err; : > out", "sh", session.toolchain.executable, "-s", "-S",
                "compare.py", session.runner.folder.path, library, "\(seed)",
            ],
            session.runner
        )

        let told = try String(contentsOf: box.folder.appending(path: "results"), encoding: .utf8)
        let error = try String(contentsOf: box.folder.appending(path: "err"), encoding: .utf8)
        #expect(exitCode == 0 && told == "equal\n", "\(told)\(error)")
    }

    /// Sends the same calls to a program with and without the shortcut; of the ordinary ones none may be left over.
    private static let comparison = #"""
        import ctypes
        import os
        import random
        import socket
        import sys
        import threading

        null = os.dup2(os.open(os.devnull, os.O_RDWR), 30)
        os.dup2(null, 3)
        os.dup2(null, 4)
        sys.path.insert(0, sys.argv[1])
        sys.dont_write_bytecode = True
        import candidate
        from wire import encode, frame

        guest = ctypes.PyDLL(sys.argv[2])
        guest.guest_shortcut.restype = ctypes.py_object
        shortcut = guest.guest_shortcut()
        generator = random.Random(int(sys.argv[3]))

        PROGRAM = b"""
        from collections import Counter, OrderedDict
        from dataclasses import dataclass

        @dataclass
        class Point:
            x: int

        def same(*values): return list(values)
        def first(value): return value
        def grow(value):
            if type(value) is list: value.append(len(value))
            if type(value) is dict: value["more"] = None
        def spoil(value):
            if type(value) is list: value.append(object())
        def fail(value): raise ValueError(value)
        def leave(value): raise SystemExit(value)
        def wide(value): return [10 ** 40, -(10 ** 19), 2 ** 63, 2 ** 63 - 1, -(2 ** 63)]
        def group(value): return {1, "a"}
        def odd(value): return [object(), True, Counter("aa"), OrderedDict(), Point(3), "\\ud800", b"x"]
        def deep(value):
            nest = []
            for _ in range(120): nest = [nest]
            return nest
        def long(value): return "x" * 3000000
        def many(value): return list(range(5000))
        """.replace(b"\n        ", b"\n")
        ORDINARY = ("same", "first", "grow", "many")
        OTHER = ("spoil", "fail", "leave", "wide", "group", "odd", "deep", "missing")
        ATOMS = (0, -1, 7, 2 ** 59, -(2 ** 59), 0.0, -0.0, 1.5, float("inf"), float("nan"), None, True, False, "", "a:b;",
                 "\u00e9\U0001d11e\0")

        def value(depth):
            kind = generator.randrange(9 if depth < 4 else 5)
            if kind == 5: return [value(depth + 1) for _ in range(generator.randrange(4))]
            if kind == 6: return tuple(value(depth + 1) for _ in range(generator.randrange(4)))
            if kind == 7: return {generator.choice(("k", 3, None, (1, "t"))): value(depth + 1) for _ in range(3)}
            if kind == 8: return [generator.randrange(-1000, 1000) for _ in range(generator.randrange(30))]
            return generator.choice(ATOMS)

        frames = []
        ordinary = 0
        for number in range(400):
            is_ordinary = generator.random() < 0.8
            name = generator.choice(ORDINARY if is_ordinary else OTHER)
            arguments = [value(0) for _ in range(generator.randrange(4) if name == "same" else 1)]
            if not is_ordinary and generator.random() < 0.2:
                arguments = [{1, 2}, b"bytes", 10 ** 30]
            if not is_ordinary and generator.random() < 0.1:
                frames.append(frame(b"C", encode(number, name, [], {"value": 1})))
                continue
            ordinary += is_ordinary
            frames.append(frame(b"C", encode(number, name, arguments)))
        frames.append(frame(b"C", encode(400, "long", [1])))
        frames.append(frame(b"C", encode(401, "first", ["y" * 200000])))

        def answers(function):
            candidate.take_shortcut(function)
            ours, theirs = socket.socketpair()
            os.dup2(theirs.fileno(), 3)
            theirs.close()
            received = []
            def send():
                # In pieces that fit no frame.
                data = b"".join(frames)
                for start in range(0, len(data), 997):
                    ours.sendall(data[start : start + 997])
                ours.shutdown(socket.SHUT_WR)
            def receive():
                while data := ours.recv(1 << 16):
                    received.append(data)
            threads = [threading.Thread(target=send), threading.Thread(target=receive)]
            for thread in threads: thread.start()
            candidate.claim_process()
            program = candidate.parse(PROGRAM)
            candidate.enter(program)
            candidate.load(program, "same")
            count = candidate.answer_channel(program)
            os.dup2(null, 3)
            for thread in threads: thread.join()
            return count, b"".join(received)

        taken = 0
        def counted(*arguments):
            global taken
            result = shortcut(*arguments)
            taken += result[1]
            return result

        slow, fast = answers(None), answers(counted)
        if slow != fast:
            at = next((i for i, pair in enumerate(zip(slow[1], fast[1])) if pair[0] != pair[1]), 0)
            print("different:", slow[0], fast[0], slow[1][at - 60 : at + 60], fast[1][at - 60 : at + 60])
        elif taken < ordinary:
            print("not all ordinary calls were taken:", taken, "of", ordinary)
        else:
            print("equal")
        """#
}
