import Foundation
import HarnessCore
import TestSupport
import Testing

@testable import Runners

/// `runners/python/mutation.py`, run as the sandbox runs it.
@Suite(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "needs /usr/bin/python3")
)
struct MutationTests {
    private func mutants(of program: String) throws -> [Mutant] {
        let folder = try TemporaryFolder()
        let file = try folder.write(program, to: "solution.py")
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        let script = DriverSession.runnersFolder.appending(path: "python/mutation.py").path
        process.arguments = ["-s", "-S", "-X", "utf8", script, file.path]
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try Mutant.list(Array(data))
    }

    @Test func `a condition is mutated by every operator that fits, in the order of places`() throws {
        let program = "def larger(a, b):\n    if a < b:\n        return b\n    return a\n"

        #expect(
            try mutants(of: program).map(\.name) == [
                "2:5 SDL if a < b: return b → pass", "2:5 XMT if a < b: return b return a → pass",
                "2:8 COI a < b → (not (a < b))", "2:8 ROR a < b → False",
                "2:9 ROR < → <=", "2:9 ROR < → !=",
                "3:9 SDL return b → pass", "3:16 RVR b → None",
                "4:5 SDL return a → pass", "4:12 RVR a → None",
            ]
        )
    }

    @Test func `everything but the changed spot stays as it was`() throws {
        let program = "def next(n):\n    # One  more.\n    return  n +  1\n"

        #expect(
            try mutants(of: program).map(\.program).sorted()
                == [
                    "    pass", "    return  (1)", "    return  (n)", "    return  None",
                    "    return  n *  1",
                    "    return  n +  (0)", "    return  n +  2", "    return  n -  1",
                ].map { "def next(n):\n    # One  more.\n\($0)\n" }.sorted()
        )
    }

    @Test func `annotations, documentation and messages of errors are left alone`() throws {
        let program = """
            def check(n: "1") -> "2":
                \"\"\"Check 3.\"\"\"
                raise ValueError("4" + "5")

            """

        #expect(try mutants(of: program).map(\.operator) == ["SDL", "EXR"])
    }

    @Test func `each operator changes what it is named for`() throws {
        let cases = [
            ("x = a & b", "BOR", "x = a | b"), ("x = a << b", "SOR", "x = a >> b"),
            ("x += a", "ASR", "x -= a"), ("x = -a", "UOD", "x = (a)"), ("x = a and b", "LCR", "x = a or b"),
            ("x = a - b", "AOR", "x = a + b"), ("x = a - b", "ODL", "x = (a)"),
            ("x = f(a, b)", "ASW", "x = f(b, a)"),
            ("x = f(a, k=b)", "ADL", "x = f(a)"), ("x = a[b:c]", "SIR", "x = a[b:]"),
            ("x.append(a)", "MCR", "x.extend(a)"), ("x = ''", "CRP", "x = \"mutant\""),
        ]
        for (line, name, mutated) in cases {
            let found = try mutants(of: "def f():\n    \(line)\n    return x\n")
            #expect(
                found.contains {
                    $0.operator == name && $0.program == "def f():\n    \(mutated)\n    return x\n"
                },
                "\(name) of \(line)"
            )
        }
    }

    @Test func `loops lose their steps, breaks and handlers`() throws {
        let program = """
            def f(items):
                for item in items:
                    try:
                        g(item)
                    except KeyError:
                        break

            """
        let operators = Set(try mutants(of: program).map(\.operator))

        #expect(operators.isSuperset(of: ["ZIL", "OIL", "BCR", "EHD"]))
    }

    @Test func `names are unique, whatever is cut off, and places count characters`() throws {
        let program = "def f(a):\n    return 'ä' + g(\"\(String(repeating: "x", count: 60))\", a)\n"
        let names = try mutants(of: program).map(\.name)

        #expect(Set(names).count == names.count)
        #expect(names.contains { $0.hasPrefix("2:15 AOR") })
        #expect(names.allSatisfy { !$0.contains("\n") })
    }
}
