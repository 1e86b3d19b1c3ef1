import Foundation
import HarnessCore
import TestSupport
import Testing

@testable import Runners

/// HumanEval's own solutions through candidate and examiner.
///
/// Chen et al. 2021, "Evaluating Large Language Models Trained on Code".
@Suite(.enabled(if: SharedData.isAvailable, "needs EVALHARNESS_SHARED or ../shared/data"))
struct HumanEvalTests {
    private struct Problem: Decodable {
        var id: String
        var prompt: String
        var solution: String
        var test: String
        var entryPoint: String

        enum CodingKeys: String, CodingKey {
            case id = "task_id"
            case prompt
            case solution = "canonical_solution"
            case test
            case entryPoint = "entry_point"
        }
    }

    /// The first problems, unpacked by the Python under test: reading suites is another module's work.
    private func problems(_ session: DriverSession) async throws -> [Problem] {
        let script = "import gzip, sys; sys.stdout.write(gzip.open(sys.argv[1], 'rt').read(50_000))"
        let text = try #require(
            await ProbeProcess.output(
                of: session.toolchain.executable,
                arguments: ["-c", script, SharedData.humanEval.path]
            )
        )
        // The last line is cut in the middle.
        return try text.split(separator: "\n").dropLast()
            .map { try JSONDecoder().decode(Problem.self, from: Data($0.utf8)) }
    }

    @Test
    func `canonical solutions pass and an empty body does not`() async throws {
        let session = try await DriverSession.shared
        let problems = try await problems(session)
        try #require(problems.count >= 10)

        for problem in problems {
            let right = try await session.examined(
                problem.entryPoint,
                problem.prompt + problem.solution,
                prompt: problem.prompt,
                test: problem.test
            )
            let empty = try await session.examined(
                problem.entryPoint,
                problem.prompt + "    return None\n",
                prompt: problem.prompt,
                test: problem.test
            )

            #expect(try right.examiner.facts("V")["outcome"] == .text("passed"), "\(problem.id)")
            #expect(try empty.examiner.facts("V")["outcome"] != .text("passed"), "\(problem.id)")
        }
    }
}
