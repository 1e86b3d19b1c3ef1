import Evaluation
import Foundation
import HarnessCore
import Runners
import TestSupport
import Testing
import Yams

@testable import HarnessCommands
@testable import Suites

/// Every language's samples through its real toolchain, the sandbox and the judge.
///
/// A language that is not installed is passed over, unless `EVALHARNESS_LANGUAGES_MUST_WORK` is 1. A runner shows
/// what its harness can tell; that a mode is told apart is what its samples are for.
@Suite(.serialized)
struct RunnerConformanceTests {
    private static let mustWork =
        ProcessInfo.processInfo.environment["EVALHARNESS_LANGUAGES_MUST_WORK"] == "1"

    /// The folders of runners that have samples.
    static let languages: [String] = {
        let folder = Checkout.root.appending(path: "runners")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter {
            FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/samples/expected.yaml").path)
        }
    }()

    @Test(arguments: languages)
    func `each sample comes to what its runner declares`(name: String) async throws {
        let samples = Checkout.root.appending(path: "runners/\(name)/samples")
        let expected = try Self.expectations(in: samples)
        let task = try Self.task(in: samples)
        let cache = try TemporaryFolder()
        guard let bench = try await Self.open(Language(rawValue: name), cache: cache.url) else { return }

        for (file, wanted) in expected.sorted(by: { $0.key < $1.key }) {
            let text = try String(contentsOf: samples.appending(path: file), encoding: .utf8)
            let sample = Sample(
                taskID: task.id,
                index: 0,
                language: bench.runner.language,
                text: text,
                form: .solution
            )
            let verdict = try await bench.trial.verdict(
                for: task,
                sample: sample,
                program: bench.runner.program(for: sample, task: task),
                limits: Self.limits(of: task, for: wanted)
            )
            let found = Self.name(of: verdict.outcome)
            #expect(found == wanted, "\(name)/\(file): \(verdict.rule): \(verdict.evidence.message)")
        }
        await bench.close()
    }

    @Test(arguments: languages)
    func `every sample is expected, and no expectation lacks its sample`(name: String) throws {
        let samples = Checkout.root.appending(path: "runners/\(name)/samples")
        let runner = try Runner(folder: Checkout.root.appending(path: "runners/\(name)"))

        let files = try FileManager.default.contentsOfDirectory(atPath: samples.path)
            .filter { $0.hasSuffix(".\(runner.fileExtension)") }
        let expected = try Self.expectations(in: samples)

        #expect(Set(files) == Set(expected.keys))
        for (file, mode) in expected where mode != "passed" {
            #expect(FailureMode(rawValue: mode) != nil, "\(file): \(mode)")
        }
    }

    /// What the samples answer: typed cases, or in a language of foreign suites only a whole program's input.
    private static func task(in samples: URL) throws -> EvalTask {
        let typed = samples.appending(path: "sum-of-squares.yaml")
        if FileManager.default.fileExists(atPath: typed.path) {
            return try TaskFileReader.task(at: typed, category: .controlFlow)
        }
        let problems = try StreamSuiteReader(file: samples.appending(path: "sum-of-squares.jsonl")).load()
        var task = try #require(problems.first)
        task.limits = LimitOverrides(cpuMilliseconds: 1000, wallMilliseconds: 3000, memoryBytes: 128 << 20)
        return task
    }

    /// The task's limits; where it is not about elapsed time, a busy machine may take as long as it likes.
    private static func limits(of task: EvalTask, for wanted: String) -> ResourceLimits {
        var limits = task.limits.applied(to: ResourceLimits())
        if wanted != FailureMode.wallTime.rawValue { limits.wallMilliseconds = 120_000 }
        return limits
    }

    /// The workbench of a language; nil where it is not installed and need not be.
    static func open(_ language: Language, cache: URL) async throws -> Workbench? {
        let configuration = try Configuration.load(
            explicitFile: nil,
            folder: FileManager.default.temporaryDirectory,
            environment: [:]
        )
        var settings = try Workbench.Settings(configuration, allowsUnsafe: false)
        settings.jobs = 1
        let installation = try Installation.find(
            executable: Checkout.products.appending(path: "evalharness"),
            environment: [
                "EVALHARNESS_HOME": Checkout.root.path,
                "EVALHARNESS_CACHE_DIR": cache.path,
            ]
        )
        do throws(HarnessError) {
            return try await Workbench.open(installation, language: language, settings: settings)
        } catch {
            if mustWork || error.code != .unavailable { throw error }
            return nil
        }
    }

    private static func expectations(in folder: URL) throws -> [String: String] {
        let text = try String(contentsOf: folder.appending(path: "expected.yaml"), encoding: .utf8)
        return try YAMLDecoder().decode([String: String].self, from: text)
    }

    static func name(of outcome: Verdict.Outcome) -> String {
        switch outcome {
        case .passed: "passed"
        case .failed(let mode): mode.rawValue
        case .infrastructureError: "infrastructure error"
        }
    }
}
