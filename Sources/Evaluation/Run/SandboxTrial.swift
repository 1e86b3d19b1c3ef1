package import HarnessCore
import Judging
package import Runners
import Scoring

/// The real thing: a language's runner plans, the sandbox executes, the judge compares outside.
package struct SandboxTrial: ProgramTrial {
    let runner: Runner
    let toolchain: Toolchain
    let judge: Judge
    /// Of programs that hold their own tests.
    let programJudge: Judge
    let sandbox: any SandboxExecuting
    let artifacts: ArtifactCache?
    /// The level of verdicts about compilations that are known from before.
    let isolation: IsolationLevel
    private let isWarm: Bool
    private let sharedTests = SharedTests()

    /// Binds a language to a sandbox that was configured for it.
    ///
    /// `artifacts` keeps what compilers make; without it everything is compiled each time.
    package init(
        runner: Runner,
        toolchain: Toolchain,
        sandbox: any SandboxExecuting,
        isWarm: Bool,
        isolation: IsolationLevel = .none,
        artifacts: ArtifactCache? = nil
    ) {
        self.runner = runner
        self.toolchain = toolchain
        self.sandbox = sandbox
        self.isWarm = isWarm
        self.isolation = isolation
        self.artifacts = artifacts
        judge = Judge(runner)
        programJudge = Judge(reading: runner.programReading, isCompiled: runner.compilesPrograms)
    }

    package func program(for sample: Sample, task: EvalTask) -> String {
        runner.program(for: sample, task: task)
    }

    package func verdict(
        for task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> Verdict {
        try await execute(task, sample: sample, program: program, limits: limits).verdict
    }
}

extension SandboxTrial: ObservableTrial {
    package func observe(
        _ task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> TrialObservation {
        let (verdict, results) = try await execute(task, sample: sample, program: program, limits: limits)
        return TrialObservation(verdict: verdict, results: ObservedAnswers.bytes(of: results))
    }

    /// Runs a program; returns what is said of it and the channel on which it was said.
    private func execute(
        _ task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> (verdict: Verdict, results: [UInt8]) {
        var (verdict, results) = try await judged(task, sample: sample, program: program, limits: limits)
        verdict.codeMetrics = CodeStructure.metrics(of: program, in: runner.language, verdict: verdict)
        return (verdict, results)
    }

    private func judged(
        _ task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> (verdict: Verdict, results: [UInt8]) {
        if case .program(let test) = task.test {
            let verdict = try await programVerdict(
                task,
                test,
                sample: sample,
                program: program,
                limits: limits
            )
            return (verdict, [])
        }
        if case .pythonCheck(let check) = task.test, check.sharesProcess {
            return (try await sharedVerdict(task, sample: sample, program: program, limits: limits), [])
        }
        if case .streams(let test) = task.test {
            let verdict = try await streamVerdict(
                task,
                test,
                sample: sample,
                program: program,
                limits: limits
            )
            return (verdict, [])
        }
        let native = runner.native(task)
        let plan = try runner.plan(
            for: native,
            program: program,
            calls: calls(of: native),
            limits: limits,
            toolchain: toolchain,
            warm: isWarm
        )
        switch plan {
        case .calls(let request):
            return try await judgedCalls(native, sample: sample, program: program, request: request)
        case .compiled(let plan):
            switch try await compile(plan, task: native, sample: sample, program: program, judge: judge) {
            case .verdict(let verdict): return (verdict, [])
            case .artifact(let artifact):
                let request = plan.run(artifact: artifact)
                return try await judgedCalls(native, sample: sample, program: program, request: request)
            }
        case .examined(let candidate, let examiner):
            let (judgement, results) = try await examined(task, sample: sample, candidate, examiner)
            switch judgement {
            case .verdict(let verdict): return (verdict, results)
            case .needsSharedProcess: break
            case .mayNeedSharedProcess(let otherwise):
                guard try await isShared(task, limits: limits) else { return (otherwise, results) }
            }
            return (try await sharedVerdict(task, sample: sample, program: program, limits: limits), [])
        case .shared:
            // Which tests need one process only an examiner can tell; a runner never starts with it.
            throw HarnessError(.internalFault, "task \(task.id): the plan begins with a shared process")
        }
    }

    private func judgedCalls(
        _ task: EvalTask,
        sample: Sample,
        program: String,
        request: ExecutionRequest
    ) async throws -> (verdict: Verdict, results: [UInt8]) {
        let report = try await sandbox.run(request)
        let verdict = judge.verdict(for: task, sample: sample, report: report, program: program)
        try requireToolchain(after: verdict)
        return (verdict, report.results)
    }

    private func examined(
        _ task: EvalTask,
        sample: Sample,
        _ candidate: ExecutionRequest,
        _ examiner: ExecutionRequest
    ) async throws -> (judgement: Judgement, results: [UInt8]) {
        let reports = try await sandbox.runExamined(candidate: candidate, examiner: examiner)
        let judgement = judge.judgement(
            for: task,
            sample: sample,
            candidate: reports.candidate,
            examiner: reports.examiner
        )
        return (judgement, reports.examiner.results)
    }

    /// Whether a test shares a process with its own reference too; where there is none, its word counts.
    private func isShared(_ task: EvalTask, limits: ResourceLimits) async throws -> Bool {
        guard let reference = task.referenceSample(in: runner.language) else { return true }
        if let known = await sharedTests.known(task.id) { return known }
        let plan = try runner.plan(
            for: task,
            program: program(for: reference, task: task),
            calls: [],
            limits: limits,
            toolchain: toolchain,
            warm: isWarm
        )
        guard case .examined(let candidate, let examiner) = plan else { return false }
        switch try await examined(task, sample: reference, candidate, examiner).judgement {
        case .needsSharedProcess, .mayNeedSharedProcess:
            await sharedTests.remember(task.id, isShared: true)
            return true
        case .verdict(let verdict):
            guard verdict.outcome != .infrastructureError else {
                throw HarnessError(.internalFault, "task \(task.id): \(verdict.evidence.message)")
            }
            await sharedTests.remember(task.id, isShared: false)
            return false
        }
    }

    /// Runs test and candidate in one process; the verdict says so.
    private func sharedVerdict(
        _ task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> Verdict {
        // The system's generator, not the run's seed: the candidate must not be able to guess it.
        let nonce = Self.nonce()
        let plan = try runner.sharedPlan(
            for: task,
            program: program,
            nonce: nonce,
            limits: limits,
            toolchain: toolchain,
            warm: isWarm
        )
        guard case .shared(let request) = plan else {
            throw HarnessError(.internalFault, "task \(task.id): no plan for a shared process")
        }
        let report = try await sandbox.run(request)
        return judge.sharedVerdict(for: task, sample: sample, report: report, nonce: nonce)
    }

    /// A secret of one execution.
    static func nonce() -> String {
        (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined()
    }

    private func calls(of task: EvalTask) -> [UInt8] {
        switch task.test {
        case .cases(let test): CaseCalls.encode(test)
        case .pythonCheck, .program, .streams: []
        }
    }
}

extension Judge {
    /// The judge of a runner's language; Python has rules of its own.
    package init(_ runner: Runner) {
        let reading = runner.reading
        if runner.runsPythonChecks {
            self.init(knownPackages: reading.knownPackages)
        } else {
            self.init(reading: reading, isCompiled: runner.isCompiled)
        }
    }
}

/// Which tests share a process with their reference, found out where a candidate gives cause to ask.
private actor SharedTests {
    private var answers: [String: Bool] = [:]

    func known(_ taskID: String) -> Bool? { answers[taskID] }

    func remember(_ taskID: String, isShared: Bool) { answers[taskID] = isShared }
}

/// What a program answered, in a form that is equal for equal answers.
enum ObservedAnswers {
    /// Returns the answers of a captured channel, with sets and maps in a fixed order.
    ///
    /// Of an exception only its class counts: messages may hold addresses. What follows bytes that are no
    /// frame is left out; the verdict speaks about that.
    static func bytes(of results: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = WireFormat.maximumValues
        var frames = WireFormat.Frames(in: results)
        while room > 0, let frame = frames.next() {
            guard let values = try? frame.values(room: &room) else { continue }
            switch frame.kind {
            case UInt8(ascii: "R"), UInt8(ascii: "V"):
                bytes += WireFormat.encode(.list(values.map(ordered)))
            case UInt8(ascii: "X"):
                bytes += WireFormat.encode(.list(values.map(className)))
            default: continue
            }
        }
        return bytes
    }

    private static func className(_ value: Value) -> Value {
        guard case .map(let entries) = value else { return value }
        return entries.first { $0.key == .text("type") }?.value ?? .null
    }

    private static func ordered(_ value: Value) -> Value {
        switch value {
        case .list(let items): .list(items.map(ordered))
        case .tuple(let items): .tuple(items.map(ordered))
        case .set(let items): .set(sorted(items.map(ordered), by: \.self))
        case .map(let entries):
            .map(
                sorted(
                    entries.map { Value.MapEntry(key: ordered($0.key), value: ordered($0.value)) },
                    by: \.key
                )
            )
        case .record(let name, let fields):
            .record(
                name: name,
                fields: fields.map { Value.RecordField(name: $0.name, value: ordered($0.value)) }
            )
        case .null, .bool, .int, .bigInteger, .float, .text, .bytes, .opaque: value
        }
    }

    private static func sorted<Item>(_ items: [Item], by key: (Item) -> Value) -> [Item] {
        items.map { (item: $0, bytes: WireFormat.encode(key($0))) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
            .map(\.item)
    }
}
