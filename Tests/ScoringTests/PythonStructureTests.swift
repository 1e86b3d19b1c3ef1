import HarnessCore
import Testing

@testable import Scoring

/// The expected numbers are radon 6.0.1's, assertions included; nesting and lines counted by hand.
@Suite
struct PythonStructureTests {
    private static let programs: [(source: String, expected: CodeMetrics)] = [
        (
            """
            def f(x):
                if x and not x > 2 or x == 5:
                    return 1
                elif x:
                    return 2
                else:
                    return 3
            """, metrics(5, 1, 7)
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
            """, metrics(10, 2, 9)
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
            """, metrics(6, 1, 11)
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
            """, metrics(5, 1, 10)
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
            """, metrics(4, 1, 7)
        ),
        ("x = 1\nif x:\n    pass\n", metrics(1, 1, 3)),
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
            """, metrics(1, 0, 4)
        ),
    ]

    private static func metrics(_ complexity: Int, _ nesting: Int, _ lines: Int) -> CodeMetrics {
        CodeMetrics(cyclomaticComplexity: complexity, nestingDepth: nesting, codeLines: lines)
    }

    @Test(arguments: programs.indices)
    func `structure is measured as radon measures it`(index: Int) {
        let program = Self.programs[index]

        #expect(PythonStructure.metrics(of: program.source) == program.expected)
    }

    @Test(.enabled(if: PythonSyntaxTree.isAvailable, "needs /usr/bin/python3"))
    func `every program of the project measures as on Python's own syntax tree`() throws {
        let programs = try PythonSyntaxTree.programs()

        let expected = try PythonSyntaxTree.metrics(of: programs)

        try #require(expected.count == programs.count && programs.count > 500)
        for (program, metrics) in zip(programs, expected) {
            guard let metrics else { continue }
            #expect(PythonStructure.metrics(of: program) == metrics, "\(program)")
        }
    }

    @Test(arguments: [
        "", "\"", "f\"{", "f'{a!r:{b}", "(((((", "))))", "def", "if", "\\", "match x", "case _:", "0x",
        "1else",
        String(repeating: "(", count: 100_000), String(repeating: "if x:\n ", count: 10_000), "\u{FEFF}x = 1",
    ])
    func `what is no program is measured without harm`(source: String) {
        let metrics = PythonStructure.metrics(of: source)

        #expect(metrics.cyclomaticComplexity >= 1 && metrics.nestingDepth >= 0)
    }
}
