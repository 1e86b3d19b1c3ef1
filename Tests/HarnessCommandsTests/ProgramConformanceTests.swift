import Evaluation
import Foundation
import HarnessCore
import Runners
import TestSupport
import Testing
import Yams

@testable import HarnessCommands

/// Programs with tests of their own through the real toolchains: each language's `samples/programs.yaml`.
///
/// A language that is not installed is passed over, unless `EVALHARNESS_LANGUAGES_MUST_WORK` is 1.
@Suite(.serialized)
struct ProgramConformanceTests {
    /// The languages that have such samples.
    static let languages: [String] = {
        let folder = Checkout.root.appending(path: "runners")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter {
            FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/samples/programs.yaml").path)
        }
    }()

    @Test func `every language that runs programs has samples of them`() throws {
        let catalog = try RunnerCatalog(folder: Checkout.root.appending(path: "runners"))
        let running = try catalog.languages.filter { try catalog.runner(for: $0).runsPrograms }

        #expect(running.map(\.rawValue) == Self.languages)
    }

    @Test(arguments: languages)
    func `each program comes to its verdict`(name: String) async throws {
        let file = Checkout.root.appending(path: "runners/\(name)/samples/programs.yaml")
        let problem = try YAMLDecoder().decode(Problem.self, from: String(contentsOf: file, encoding: .utf8))
        let cache = try TemporaryFolder()
        guard
            let bench = try await RunnerConformanceTests.open(
                Language(rawValue: name),
                cache: cache.url
            )
        else { return }
        let task = EvalTask(
            id: "t",
            prompt: problem.prompt,
            test: .program(
                ProgramTest(
                    language: bench.runner.language,
                    form: problem.form,
                    tests: problem.tests,
                    parts: problem.setup.map { ["setup": $0] } ?? [:]
                )
            )
        )

        for planted in problem.samples {
            let sample = Sample(
                taskID: task.id,
                index: 0,
                language: bench.runner.language,
                text: planted.completion,
                form: .completion
            )
            let verdict = try await bench.trial.verdict(
                for: task,
                sample: sample,
                program: bench.runner.program(for: sample, task: task),
                limits: ResourceLimits()
            )
            let found = RunnerConformanceTests.name(of: verdict.outcome)
            #expect(
                found == planted.verdict,
                "\(name): \(planted.completion): \(verdict.rule): \(verdict.evidence.message)"
            )
            #expect(verdict.trust == .shared)
        }
        await bench.close()
    }

    private struct Problem: Decodable {
        var form: String
        var setup: String?
        var prompt: String
        var tests: String
        var samples: [Planted]
    }

    private struct Planted: Decodable {
        var verdict: String
        var completion: String
    }
}
