import Evaluation
import HarnessCore
import Synchronization
import TestSupport

/// A trial without a language: the sample's text is the program, and the report's first result byte the verdict.
struct PlainTrial: ProgramTrial {
    let sandbox: ScriptedSandbox

    init(_ script: @escaping @Sendable (String) async throws -> RunReport) {
        sandbox = ScriptedSandbox { request in
            try await script(String(decoding: request.files[0].content, as: UTF8.self))
        }
    }

    /// The programs that were run, in the order of their starts.
    var programs: [String] {
        sandbox.requests.map { String(decoding: $0.files[0].content, as: UTF8.self) }
    }

    func program(for sample: Sample, task: EvalTask) -> String { sample.text }

    func verdict(
        for task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> Verdict {
        let file = ExecutionRequest.BoxFile(name: "solution", content: Array(program.utf8))
        let request = ExecutionRequest(files: [file], start: .cold(command: ["/bin/true"]), limits: limits)
        let report = try await sandbox.run(request)
        let outcome: Verdict.Outcome =
            switch (report.limitHit, report.results.first) {
            case (.cpuTime, _): .failed(.cpuTime)
            case (.wallTime, _): .failed(.wallTime)
            case (.processes, _): .failed(.processes)
            case (nil, _) where report.termination == .signaled(9): .failed(.signal)
            case (_, UInt8(ascii: "P")): .passed
            case (_, UInt8(ascii: "I")): .infrastructureError
            default: .failed(.wrongValue)
            }
        return Verdict(
            outcome: outcome,
            rule: "test.rule",
            casesPassed: outcome == .passed ? 1 : 0,
            casesTotal: 1,
            trust: .outside,
            isolation: report.isolation,
            usage: report.usage
        )
    }
}

extension RunReport {
    static var pass: RunReport { .answered([[UInt8(ascii: "P")]]) }
    static var fail: RunReport { .answered([[UInt8(ascii: "F")]]) }
    static var fault: RunReport { .answered([[UInt8(ascii: "I")]]) }
}

/// A value that scripts running side by side may change.
final class Shared<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    var value: Value { mutex.withLock { $0 } }

    func update<Result: Sendable>(_ change: @Sendable (inout Value) -> Result) -> Result {
        mutex.withLock { value in change(&value) }
    }
}

func makeTask(_ id: String, limits: LimitOverrides = LimitOverrides(), reference: String? = nil) -> EvalTask {
    let function = CaseTest.Function(
        name: "double",
        parameters: [CaseTest.Parameter(name: "number", type: .int)],
        returns: .int
    )
    let cases = [(1, 2), (2, 4), (3, 4)].map { argument, result in
        TestCase(calls: [
            TestCase.Call(
                target: .function,
                arguments: [.int(Int64(argument))],
                expectation: .returns(.int(Int64(result)))
            )
        ])
    }
    return EvalTask(
        id: id,
        category: .algorithms,
        difficulty: .easy,
        prompt: "Double \(id).",
        test: .cases(CaseTest(signature: .function(function), cases: cases)),
        references: reference.map { [.python: $0] } ?? [:],
        limits: limits
    )
}

func makeSuite(_ tasks: [EvalTask]) -> TaskSuite {
    TaskSuite(name: "small", tasks: tasks, hash: ContentHash(of: "small"), limits: ResourceLimits())
}

func makeSample(_ task: String, _ index: Int, _ text: String) -> Sample {
    Sample(taskID: task, index: index, text: text, form: .solution)
}

let identity = ExecutionIdentity(runner: "r1", toolchain: "t1", judging: "j1", isolation: .full)

func makePlan(
    _ tasks: [EvalTask],
    _ samples: [Sample],
    identity: ExecutionIdentity = identity,
    history: [String: Int] = [:]
) throws -> EvaluationPlan {
    try EvaluationPlan(
        suite: makeSuite(tasks),
        samples: samples,
        identity: identity,
        history: history,
        program: { sample, _ in sample.text }
    )
}

func makeEvaluator(
    _ plan: EvaluationPlan,
    _ trial: PlainTrial,
    _ ledger: any EvaluationLedger,
    settings: EvaluationSettings = EvaluationSettings(),
    observer: @escaping EvaluationObserver = { _ in }
) -> Evaluator {
    Evaluator(
        plan: plan,
        trial: trial,
        ledger: ledger,
        settings: settings,
        now: { .zero },
        observer: observer
    )
}

/// `a#0 passed`, one for each result, sorted.
func table(_ ledger: MemoryLedger) async -> [String] {
    await ledger.results
        .map { row in
            switch row.verdict.outcome {
            case .passed: "\(row.taskID)#\(row.index) passed"
            case .failed(let mode): "\(row.taskID)#\(row.index) \(mode.rawValue)"
            case .infrastructureError: "\(row.taskID)#\(row.index) infrastructure"
            }
        }
        .sorted()
}
