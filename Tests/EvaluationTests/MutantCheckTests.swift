import HarnessCore
import Runners
import Suites
import TestSupport
import Testing

@testable import Evaluation

struct MutantCheckTests {
    private static let names = ["1:1 ROR < → <=", "2:1 CRP 1 → 2", "3:1 SDL stop → pass"]

    /// Checks one task whose mutants are `names`, each with its name as program.
    private func row(
        reference: String? = "right",
        equivalents: EquivalentMutants? = nil,
        _ script: @escaping @Sendable (String) async throws -> RunReport
    ) async throws -> MutantCheck.Row {
        let check = check(PlainTrial(script), Self.names)
        let suite = makeSuite([makeTask("t", reference: reference)])
        let lists = equivalents.map { ["t": $0] } ?? [:]
        return try #require(try await check.run(suite, language: .python, equivalents: lists).first)
    }

    private func check(_ trial: PlainTrial, _ names: [String]) -> MutantCheck {
        let mutants = names.map { Mutant(name: $0, operator: "ROR", line: 1, program: $0) }
        return MutantCheck(trial: trial, jobs: 2, isolation: .full, now: { .zero }, mutants: { _ in mutants })
    }

    private func list(of reference: String, _ reasons: [String: String]) -> EquivalentMutants {
        EquivalentMutants(
            path: "equivalent-mutants.yaml",
            reference: EquivalentMutants.mark(of: reference),
            reasons: reasons
        )
    }

    @Test func `what a case tells from the reference is killed, the rest survives in order`() async throws {
        let row = try await row { $0 == "right" || $0.hasPrefix("1") || $0.hasPrefix("3") ? .pass : .fail }

        #expect(row.survivors.map(\.name) == ["1:1 ROR < → <=", "3:1 SDL stop → pass"])
        #expect((row.killed, row.total) == (1, 3))
        #expect(row.score == 1.0 / 3)
    }

    @Test func `a mutant that hangs is killed, and counted as such`() async throws {
        let row = try await row { program in
            var report = program == "right" ? RunReport.pass : .fail
            if program.hasPrefix("2") { report.limitHit = .cpuTime }
            return report
        }

        #expect((row.killed, row.timedOut, row.survivors.count) == (3, 1, 0))
    }

    @Test func `a mutant may take ten times the time of its reference, half a second at least`() async throws
    {
        let trial = PlainTrial { _ in .fail }
        let quick = PlainTrial { program in
            var report = program == "right" ? RunReport.pass : .fail
            report.usage.cpuMicroseconds = 120_000
            return report
        }
        for trial in [trial, quick] {
            let check = check(trial, ["1:1 ROR < → <="])
            _ = try await check.run(
                makeSuite([makeTask("t", reference: "right")]),
                language: .python,
                equivalents: [:]
            )
        }
        let last = try #require(quick.sandbox.requests.last)

        #expect(last.limits.cpuMilliseconds == 1200)
        #expect(trial.programs == ["right"], "a reference that fails has no mutants")
    }

    @Test func `a listed mutant counts neither way`() async throws {
        let equivalents = list(of: "right", ["1:1 ROR < → <=": "nothing is equal"])
        let row = try await row(equivalents: equivalents) {
            $0 == "right" || $0.hasPrefix("1") ? .pass : .fail
        }

        #expect((row.killed, row.equivalent, row.total) == (2, 1, 2))
        #expect(row.score == 1 && row.problems.isEmpty)
    }

    @Test func `a list of another reference, of killed mutants or of unknown ones is a problem`() async throws
    {
        let passesFirst: @Sendable (String) async throws -> RunReport = {
            $0 == "right" || $0.hasPrefix("1") ? .pass : .fail
        }
        let stale = try await row(equivalents: list(of: "older", ["1:1 ROR < → <=": "x"]), passesFirst)
        let killed = try await row(equivalents: list(of: "right", ["2:1 CRP 1 → 2": "x"]), passesFirst)
        let unknown = try await row(equivalents: list(of: "right", ["9:9 ROR < → <=": "x"]), passesFirst)

        #expect(stale.problems.first?.contains("another reference") == true)
        #expect(stale.equivalent == 0 && stale.survivors.count == 1)
        #expect(killed.problems == ["listed as equivalent, but a case kills it: 2:1 CRP 1 → 2"])
        #expect(unknown.problems == ["listed as equivalent, but there is no such mutant: 9:9 ROR < → <="])
    }

    @Test func `without a reference, or one that fails, nothing is said about the cases`() async throws {
        let none = try await row(reference: nil) { _ in .pass }
        let broken = try await row { _ in .fail }

        #expect(none.problems == ["no reference in python"])
        #expect(broken.problems == ["its reference does not pass: test.rule"])
        #expect(none.total == 0 && broken.total == 0)
    }

    @Test func `a fault of the harness is no kill`() async throws {
        let row = try await row { $0 == "right" ? .pass : $0.hasPrefix("2") ? .fault : .fail }

        #expect(row.killed == 2)
        #expect(row.problems.count == 1)
    }
}
