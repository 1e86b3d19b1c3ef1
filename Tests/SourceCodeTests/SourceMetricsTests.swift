import Testing

@testable import SourceCode

/// Numbers are counted by hand from lizard's table of decisions and from SonarSource's paper.
@Suite struct SourceMetricsTests {
    private struct Expected: Sendable {
        var language: String
        var program: String
        /// Name, cyclomatic, cognitive and nesting of each function.
        var functions: [(String, Int, Int, Int)]
    }

    private static let programs: [Expected] = [
        Expected(
            language: "python",
            program: """
                def f(a, b=[x for x in y if x]):
                    \"\"\"Text: if for while.\"\"\"
                    if a and b or c:
                        for i in a:
                            while i:
                                i -= 1
                    elif b:
                        return 1 if a else 2
                    else:
                        try:
                            f(a)
                        except ValueError:
                            pass
                    def g():
                        return lambda: a or b
                """,
            // if 1, and 1, or 1, for 1, while 1, elif 1, ternary 1, except 1, comprehension for and if 2.
            // if 1 + and 1 + or 1 + for 2 + while 3 + elif 1 + ternary 2 + else 1 + except 2 + self 1 + g's or 1.
            functions: [("f", 11, 16, 3), ("g", 2, 1, 0)]
        ),
        Expected(
            language: "java",
            program: """
                class A {
                    int sum(int max) {
                        int total = 0;
                        OUT: for (int i = 1; i <= max; ++i) {
                            for (int j = 2; j < i; ++j) {
                                if (i % j == 0) { continue OUT; }
                            }
                            total += i;
                        }
                        return total;
                    }
                    String words(int number) {
                        switch (number) {
                            case 1: return "one";
                            case 2: return "a couple";
                            default: return "lots";
                        }
                    }
                }
                """,
            // The two examples of SonarSource's paper: 7 and 1.
            functions: [("sum", 4, 7, 3), ("words", 3, 1, 1)]
        ),
        Expected(
            language: "javascript",
            program: """
                const f = (a) => a.map((x) => x && 1).filter(y => y ?? 2)
                function g(a) {
                  if (a) return 1
                  else if (!a && b) { return 2 }
                  for (const k of a) if (k) h(k)
                  do { a-- } while (a)
                }
                class K { async m(x) { return x ? 1 : 2 } get n() { return 1 } }
                """,
            functions: [
                ("f", 1, 1, 0), ("(anonymous)", 2, 1, 0), ("(anonymous)", 2, 0, 0), ("g", 7, 7, 2),
                ("m", 2, 1, 0),
                ("n", 1, 0, 0),
            ]
        ),
        Expected(
            language: "rust",
            program: """
                impl Shape for Circle {
                    fn area(&self, p: Option<i32>) -> Result<f64, E> {
                        let Some(r) = p else { return Err(E) };
                        let x = read(r)?;
                        if let Point { a, b } = x { go(a, b); }
                        match r { 0 => 1, 1 => { 2 } _ => 3 }
                    }
                }
                """,
            // let-else 1, ? 1, if 1, two further arms 2.
            functions: [("area", 6, 3, 1)]
        ),
        Expected(
            language: "swift",
            program: """
                struct S {
                    var n: Int { a ? 1 : 2 }
                    init?(x: Int?) { guard let x, x > 0 || x < -9 else { return nil } }
                    func f() { repeat { g() } while b; xs.map { $0 ?? 1 }; switch c { case .a: h(); default: break } }
                }
                """,
            functions: [("init", 3, 2, 1), ("f", 3, 2, 1)]
        ),
        Expected(
            language: "go",
            program: """
                func (s *T) F(cb func(int) int) interface{} {
                	for _, x := range []int{1, 2} { if x > 1 && y { go func() { z() }() } }
                	return nil
                }
                """,
            functions: [("F", 4, 4, 2), ("(anonymous)", 1, 0, 0)]
        ),
        Expected(
            language: "cpp",
            program: """
                #ifdef A
                template <class T> struct V : B { V(int a) : x(a), y(0) { if (a) x = 1; else y = 2; } bool operator==(const V& o) const { return x == o.x || y; } };
                #endif
                int f(auto&& v) { auto l = [&](int i) { return i ? 1 : 2; }; return l(1); }
                """,
            functions: [("V", 2, 2, 1), ("operator", 2, 1, 0), ("f", 2, 2, 0)]
        ),
        Expected(
            language: "csharp",
            program: """
                class C { int F(int x) => x > 0 && y ? 1 : 2; int P { get { return 1; } } void G<T>(T t) where T : class { foreach (var a in b) if (a is null) continue; } }
                """,
            functions: [("F", 3, 2, 0), ("G", 2, 3, 2)]
        ),
        Expected(
            language: "php",
            program:
                "<?php function f(?int $a) { return match(true) { $a > 1 => 2, default => 3 }; } ?> if <?php $g = function() { foreach ($x as $y) {} };",
            functions: [("f", 3, 1, 1), ("$g", 2, 1, 1)]
        ),
        Expected(
            language: "perl",
            program:
                "sub f { my ($x) = @_; return 1 if $x && $y; for my $k (keys %h) { next unless $k =~ /if|for/; } }",
            functions: [("f", 5, 5, 1)]
        ),
        Expected(
            language: "ruby",
            program: """
                def f(a)
                  return 1 if a.empty? || b
                  x = if a then 1 else 2 end
                  a.each do |i|
                    while i > 0 do i -= 1 end
                  end
                  case a
                  when 1, 2 then 3
                  else 4
                  end
                rescue E
                  5
                end
                def area = w * h
                """,
            functions: [("f", 7, 8, 1), ("area", 1, 0, 0)]
        ),
        Expected(
            language: "lua",
            program:
                "local function f(a)\n if a then while b do c() end elseif d then repeat e() until x end\n return function() end\nend",
            functions: [("f", 5, 6, 2), ("(anonymous)", 1, 0, 0)]
        ),
        Expected(
            language: "c",
            program: "static struct n *f(struct n *a) { while (a && a->n) a = a->n; return a; }",
            functions: [("f", 3, 2, 1)]
        ),
        Expected(
            language: "typescript",
            program:
                "type F = (a: number) => void;\nconst f = (a?: number): Map<string, number> => { return a! > 1 ? x?.y : z; };\n",
            functions: [("f", 2, 1, 0)]
        ),
    ]

    @Test(arguments: programs.indices)
    func `functions have the numbers that a hand count gives`(index: Int) throws {
        let expected = Self.programs[index]
        let grammar = try #require(Grammar.named(expected.language))
        let metrics = try #require(SourceMetrics(of: expected.program, in: grammar))

        let found = metrics.functions.map { "\($0.name) \($0.cyclomatic) \($0.cognitive) \($0.nesting)" }
        #expect(found == expected.functions.map { "\($0.0) \($0.1) \($0.2) \($0.3)" }, "\(expected.language)")
    }

    @Test func `every task language has a grammar with a structure`() throws {
        for name in Grammar.names { #expect(Grammar.named(name)?.structure != nil, "\(name)") }
        #expect(Grammar.names.count == 14)
    }

    @Test func `lines, words and the index follow their formulas`() throws {
        let grammar = try #require(Grammar.named("python"))
        let program = "# note\n\ndef f(a):\n    \"\"\"Doc\n    more\"\"\"\n    return a + a\n"
        let metrics = try #require(SourceMetrics(of: program, in: grammar))

        #expect(metrics.lines == 6 && metrics.commentLines == 1 && metrics.codeLines == 2)
        // def ( : return + and f a "doc" a a a.
        #expect(
            metrics.halstead == Halstead(distinctOperators: 5, distinctOperands: 3, operators: 5, operands: 5)
        )
        #expect(metrics.halstead.volume == 30)
        #expect(metrics.halstead.difficulty == 5.0 / 2 * 5 / 3)
        // 171 − 5.2 ln 30 − 0.23 − 16.2 ln 2, over 1.71.
        #expect(abs(metrics.maintainability - 82.956) < 0.001)
    }

    @Test func `an empty program has no function and nothing to maintain`() throws {
        for name in Grammar.names {
            let metrics = try #require(Grammar.named(name).flatMap { SourceMetrics(of: "", in: $0) })
            #expect(metrics.functions.isEmpty && metrics.maintainability == 100 && metrics.codeLines == 0)
        }
    }
}
