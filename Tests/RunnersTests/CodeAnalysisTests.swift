import HarnessCore
import Testing

@testable import Runners

/// The structure that the Python driver reports before a program runs.
@Suite
struct CodeAnalysisTests {
    /// Complexity as radon 6.0.1 counts it, assertions included; nesting and lines counted by hand.
    private static let programs: [(source: String, complexity: Int64, nesting: Int64, lines: Int64)] = [
        (
            """
            def f(x):
                if x and not x > 2 or x == 5:
                    return 1
                elif x:
                    return 2
                else:
                    return 3
            """, 5, 1, 7
        ),
        (
            """
            def f(xs):
                for x in xs:
                    while x:
                        x -= 1
                    else:
                        break
                else:
                    return [y for y in xs if y if y > 1]
                return {a: b for a in xs for b in xs}
            """, 10, 2, 9
        ),
        (
            """
            def f(x):
                try:
                    assert x
                except (ValueError, KeyError):
                    pass
                except OSError:
                    return 1 if x else 2
                else:
                    return 3
                finally:
                    x = 0
            """, 6, 1, 11
        ),
        (
            """
            def f(x):
                match x:
                    case 1 | 2:
                        return 1
                    case [a, b] if a:
                        return 2
                    case y if y > 3:
                        return 3
                    case _:
                        return (lambda z: z or 1)(x)
            """, 5, 1, 10
        ),
        (
            """
            class A:
                def g(self):
                    with self as s, s as t:
                        return any(q for q in s)
                async def h(self):
                    async for i in self:
                        yield i
            """, 4, 1, 7
        ),
        ("x = 1\nif x:\n    pass\n", 1, 1, 3),
        (
            """
            # a comment
            def f(x):
                \"\"\"Documentation
                of two lines, and a blank one:

                \"\"\"
                text = \"\"\"
                code\"\"\"  # this is data

                return text
            """, 1, 0, 4
        ),
    ]

    @Test(arguments: programs.indices)
    func `structure is measured as radon measures it`(index: Int) async throws {
        let program = Self.programs[index]

        let output = try await DriverSession.shared.calls("f", program.source, [])

        let facts = try output.facts("A")
        #expect(facts["complexity"] == .int(program.complexity))
        #expect(facts["nesting"] == .int(program.nesting))
        #expect(facts["code_lines"] == .int(program.lines))
    }

    @Test
    func `the analysis is written before any code of the program runs`() async throws {
        let output = try await DriverSession.shared.calls("f", "import os\nos._exit(0)\ndef f(): pass", [])

        #expect(output.kinds == "A")
    }
}
