import HarnessCore
import Testing

/// `runners/python/differential.py`, through examiner and candidate.
///
/// What is close or equal here was worked out by hand from the rules of EvalPlus 0.3.1, `evalplus/eval/__init__.py`.
@Suite
struct DifferentialTests {
    /// Runs a candidate that returns one expression against a reference that returns another.
    private func facts(
        _ candidate: String,
        _ reference: String,
        arguments: String = "1",
        options: String = ""
    ) async throws -> [String: Value] {
        let test = """
            def check(candidate):
                test = Differential("def f(*a): return \(reference)", "f"\(options))
                test.compare(candidate, \(arguments))
            """
        let outputs = try await DriverSession.shared.examined(
            "f",
            "def f(*a): return \(candidate)",
            prompt: "\"\"\"A task.\"\"\"\n",
            test: test
        )
        return try outputs.examiner.facts("V")
    }

    private func passes(
        _ candidate: String,
        _ reference: String,
        arguments: String = "1",
        options: String = ""
    ) async throws -> Bool {
        try await facts(candidate, reference, arguments: arguments, options: options)["outcome"]
            == .text("passed")
    }

    @Test(arguments: [
        ("[1, 'a']", "[1, 'a']", true), ("(1,)", "[1]", false), ("1", "True", true), ("None", "0", false),
        ("1.0000005", "1.0", true), ("1.000002", "1.0", false), ("1", "1.0000005", false),
        ("[1.0000005]", "[1.0]", true), ("[1.0, 2.0]", "[1.0]", false), ("[]", "[]", true),
        ("()", "[]", false),
        ("[float('nan')]", "[float('nan')]", false), ("float('inf')", "float('inf')", true),
        ("float('inf')", "1.0", false), ("1.0", "float('inf')", false),
    ])
    func `answers agree by equality, floats within a millionth`(
        candidate: String,
        reference: String,
        agree: Bool
    ) async throws {
        #expect(try await passes(candidate, reference) == agree)
    }

    @Test(arguments: [
        ("1.00009", "1.0", true), ("1.0002", "1.0", false), ("[[1.00005], [2]]", "[[1.0], [2]]", true),
        ("[[1.0]]", "[[1.0], [2.0]]", false), ("'a'", "'b'", false), ("['a']", "[1.0]", false),
        ("2", "2.00001", false),
    ])
    func `a problem's own tolerance reaches into nested numbers`(
        candidate: String,
        reference: String,
        agree: Bool
    ) async throws {
        #expect(try await passes(candidate, reference, options: ", tolerance=0.0001") == agree)
    }

    @Test(arguments: [
        ("same-elements", "[2, 1, 1]", "(1, 2)", true), ("same-elements", "[1]", "(1, 2)", false),
        ("same-elements", "1", "(1, 2)", false), ("equal-or-zero", "0", "5", true),
        ("equal-or-zero", "4", "5", false), ("anything", "'x'", "5", true),
        ("is-found", "'m'", "'n'", true), ("is-found", "None", "'n'", false),
        ("is-found", "True", "'n'", true),
        ("is-found", "False", "None", true),
    ])
    func `a rule decides where several answers are right`(
        rule: String,
        candidate: String,
        reference: String,
        agree: Bool
    ) async throws {
        #expect(try await passes(candidate, reference, options: ", rule='\(rule)'") == agree)
    }

    @Test func `rules that compute see the arguments`() async throws {
        let root = ", tolerance=0.0001, rule='root-of-polynomial'"

        // −6 + 11x − 6x² + x³ is zero at 1, 2 and 3.
        #expect(try await passes("3.0", "1.0", arguments: "[-6, 11, -6, 1]", options: root))
        #expect(try await !passes("1.5", "1.0", arguments: "[-6, 11, -6, 1]", options: root))
        #expect(
            try await passes("33", "34", arguments: "3, 4", options: ", tolerance=0, rule='pyramid-surface'")
                == false
        )
        // |1−2| + |2−5| + |3−6|.
        #expect(try await passes("7", "0", arguments: "123, 256", options: ", rule='digit-distance'"))
    }

    @Test func `neither side sees what the other did to its arguments`() async throws {
        let both = "a[0].append(len(a[0])) or a[0]"

        #expect(try await passes(both, both, arguments: "[7]"))
    }

    @Test func `a difference tells both answers and the input`() async throws {
        let facts = try await facts("{1}", "(1, 2)")

        #expect(facts["outcome"] == .text("assertion"))
        #expect(facts["actual"] == .text("{1}") && facts["expected"] == .text("(1, 2)"))
        #expect(facts["actual_type"] == .text("set") && facts["expected_type"] == .text("tuple"))
        #expect(facts["line"] == .int(3) && facts["source"] == .text("test.compare(candidate, 1)"))
    }

    @Test func `what the candidate raises is its own failure`() async throws {
        #expect(try await facts("1 / 0", "1")["outcome"] == .text("candidate-raised"))
    }
}
