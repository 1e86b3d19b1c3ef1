import CLauncher
import Foundation
package import HarnessCore

/// A fixed number of slots in which programs run, each confined from the host and from one another.
///
/// A slot has a launcher for candidates and, once one is asked for, another for examiners. A launcher that
/// is lost is replaced; the execution that lost it throws, and is the caller's to repeat. Cancelling a task
/// ends its execution at once.
package actor SandboxPool: SandboxExecuting {
    /// The level every execution of this pool has, proved by the probes.
    package nonisolated let isolation: IsolationLevel
    /// What the probes tried when the pool started, and what they saw.
    package nonisolated let probes: [IsolationProbe.Outcome]
    /// What stood around the probes, and so stands around every program; none at the level `none`.
    package nonisolated let fences: Fences
    /// Why stricter levels are not offered on this machine, by level.
    package nonisolated let refusals: [IsolationLevel: String]

    private let configuration: SandboxConfiguration
    private let slots: SandboxSlots
    private let workFolder: URL
    private var launchers: [Int: Launcher] = [:]
    /// The examiner that stays, by slot, and how many candidates it has had.
    private var sessions: [Int: (session: ExaminerSession, jobs: Int)] = [:]
    private var nextID: UInt64 = 1

    /// Starts the pool at the strictest level that this machine proves to hold.
    ///
    /// `slots` are those of other pools for the same workers; without them the pool has its own.
    /// Throws `HarnessError(.unavailable)` where the required level, or any safe one, cannot be had.
    package init(
        configuration: SandboxConfiguration,
        sharing slots: SandboxSlots? = nil
    ) async throws(HarnessError) {
        self.configuration = configuration
        self.slots = slots ?? SandboxSlots(count: configuration.slots)
        workFolder = FileManager.default.temporaryDirectory
            .appending(path: "evalharness-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)")
        var refusals: [IsolationLevel: String] = [:]
        var proved: Proof?
        // Only the explicit leave may go below the fences: a required level is a lower bound, never a licence.
        let floor: IsolationLevel = configuration.allowUnsafe ? .none : .fence
        let lowest = max(configuration.requiredLevel ?? floor, floor)
        let candidates = IsolationLevel.allCases.sorted(by: >)
            .filter { $0 <= configuration.strictestLevel && $0 >= lowest }
        for level in candidates {
            do {
                proved = try await Self.prove(level, configuration, workFolder)
                break
            } catch let error as SandboxError where error.code == .launcherMissing {
                throw HarnessError(
                    .unavailable,
                    "the sandbox launcher cannot be started: \(error)",
                    remedy: "build it (make build) or name it: EVALHARNESS_LAUNCHER=PATH"
                )
            } catch {
                refusals[level] = "\(error)"
            }
        }
        guard let proved else {
            try? FileManager.default.removeItem(at: workFolder)
            let reasons = refusals.sorted { $0.key > $1.key }.map { "\($0.key.rawValue): \($0.value)" }
            throw HarnessError(
                .unavailable,
                "no isolation level from \(lowest.rawValue) up holds on this machine",
                at: reasons.joined(separator: "; "),
                remedy: "see evalharness doctor; --allow-unsafe runs programs without confinement"
            )
        }
        isolation = proved.level
        probes = proved.outcomes
        fences = proved.fences
        self.refusals = refusals
        launchers = proved.launchers
    }

    /// A level that holds here, the launchers that run at it, and what showed it.
    private struct Proof {
        var level: IsolationLevel
        var launchers: [Int: Launcher]
        var outcomes: [IsolationProbe.Outcome]
        var fences: Fences
    }

    /// Starts the slots' launchers and lets the first one prove the level; throws where it does not hold.
    ///
    /// The others start in the meantime. One that cannot is started again when it is needed, and then says why.
    private static func prove(
        _ level: IsolationLevel,
        _ configuration: SandboxConfiguration,
        _ workFolder: URL
    ) async throws -> Proof {
        async let others = startOthers(level, configuration, workFolder)
        do {
            let first = try await start(0, level, configuration, workFolder)
            let outcomes: [IsolationProbe.Outcome]
            let fences: Fences
            do {
                (outcomes, fences) = try await IsolationProbe.run(on: first, program: configuration.probe)
                let open = outcomes.filter { !$0.holds }.map(\.name)
                guard open.isEmpty else {
                    throw SandboxError(.probeFailed, "not refused: \(open.joined(separator: ", "))")
                }
            } catch {
                await first.shutdown()
                throw error
            }
            let launchers = await others.merging([0: first]) { $1 }
            return Proof(level: level, launchers: launchers, outcomes: outcomes, fences: fences)
        } catch {
            for launcher in await others.values { await launcher.shutdown() }
            throw error
        }
    }

    private static func startOthers(
        _ level: IsolationLevel,
        _ configuration: SandboxConfiguration,
        _ workFolder: URL
    ) async -> [Int: Launcher] {
        await withTaskGroup(of: (Int, Launcher?).self) { group in
            let count = min(configuration.slots, ProcessInfo.processInfo.activeProcessorCount)
            var indices = (1..<max(count, 1)).map { launcherIndex(slot: $0, isExaminer: false) }
            if configuration.preparesExaminers {
                indices += (0..<count).map { launcherIndex(slot: $0, isExaminer: true) }
            }
            for index in indices {
                group.addTask { (index, try? await start(index, level, configuration, workFolder)) }
            }
            var launchers: [Int: Launcher] = [:]
            for await (index, launcher) in group { launchers[index] = launcher }
            return launchers
        }
    }

    private static func start(
        _ index: Int,
        _ level: IsolationLevel,
        _ configuration: SandboxConfiguration,
        _ workFolder: URL
    ) async throws -> Launcher {
        let folder = try makeFolder(workFolder, slot: index, level: level)
        return try await Launcher(configuration, level: level, slot: index, workFolder: folder)
    }

    package func run(_ request: ExecutionRequest) async throws -> RunReport {
        let slot = await slots.lease()
        defer { slots.giveBack(slot) }
        return try await execute(request, slot: slot, isExaminer: false)
    }

    package func runExamined(
        candidate: ExecutionRequest,
        examiner: ExecutionRequest
    ) async throws -> (candidate: RunReport, examiner: RunReport) {
        let slot = await slots.lease()
        defer { slots.giveBack(slot) }
        if let work = examiner.session,
            let reports = try await runInSession(work, candidate: candidate, examiner: examiner, slot: slot)
        {
            return reports
        }
        await endSession(slot)
        let ends = try Self.makeChannel()
        async let candidateReport = execute(
            candidate,
            slot: slot,
            isExaminer: false,
            channel: .following(ends.candidate)
        )
        async let examinerReport = execute(
            examiner,
            slot: slot,
            isExaminer: true,
            channel: .leading(ends.examiner)
        )
        return try await (candidateReport, examinerReport)
    }

    /// Runs a candidate against the examiner that stays; nil where that gave no verdict.
    private func runInSession(
        _ work: ExecutionRequest.Session,
        candidate: ExecutionRequest,
        examiner: ExecutionRequest,
        slot: Int
    ) async throws -> (candidate: RunReport, examiner: RunReport)? {
        let session = try await session(for: work, limits: examiner.limits, slot: slot)
        let ends = try Self.makeChannel()
        async let candidateReport = execute(
            candidate,
            slot: slot,
            isExaminer: false,
            channel: .following(ends.candidate)
        )
        let start = ContinuousClock.now
        let answer: [UInt8]?
        do throws(ExaminerSession.Ended) {
            // The candidate stops at its own limit; the examiner gets as long again to notice.
            let patience = candidate.limits.wallMilliseconds + examiner.limits.wallMilliseconds
            answer = try await session.answer(to: work.job, channel: ends.examiner, within: patience)
        } catch {
            answer = nil
        }
        guard let answer else {
            await endSession(slot)
            _ = try await candidateReport
            return nil
        }
        let usage = ResourceUsage(wallMicroseconds: Int((ContinuousClock.now - start) / .microseconds(1)))
        let report = RunReport(
            termination: .exited(code: 0),
            usage: usage,
            results: answer,
            isolation: isolation
        )
        return (try await candidateReport, report)
    }

    private func session(
        for work: ExecutionRequest.Session,
        limits: ResourceLimits,
        slot: Int
    ) async throws -> ExaminerSession {
        if let (session, jobs) = sessions[slot], jobs < ExaminerSession.maximumJobs,
            session.memoryBytes == limits.memoryBytes
        {
            sessions[slot] = (session, jobs + 1)
            return session
        }
        await endSession(slot)
        let launcher = try await launcher(Self.launcherIndex(slot: slot, isExaminer: true))
        nextID += 1
        let session = try ExaminerSession(work, limits: limits, on: launcher, id: nextID)
        sessions[slot] = (session, 1)
        return session
    }

    private func endSession(_ slot: Int) async {
        if let (session, _) = sessions.removeValue(forKey: slot) { await session.close() }
    }

    private static func makeChannel() throws(SandboxError) -> (candidate: Int32, examiner: Int32) {
        var candidate: Int32 = -1
        var examiner: Int32 = -1
        let status = launcher_make_socket_pair(&candidate, &examiner)
        guard status == 0 else { throw SandboxError(.executionFailed, "make a channel", underlying: -status) }
        return (candidate, examiner)
    }

    /// Ends all launchers and removes what the pool made; the pool is of no use afterwards.
    package func shutdown() async {
        for slot in sessions.keys { await endSession(slot) }
        for launcher in launchers.values { await launcher.shutdown() }
        launchers = [:]
        try? FileManager.default.removeItem(at: workFolder)
    }

    private func execute(
        _ request: ExecutionRequest,
        slot: Int,
        isExaminer: Bool,
        channel: LauncherWire.Channel = .none
    ) async throws -> RunReport {
        let index = Self.launcherIndex(slot: slot, isExaminer: isExaminer)
        let launcher: Launcher
        do {
            launcher = try await self.launcher(index)
        } catch {
            // Closing our end tells the other side that nobody will come.
            if channel.descriptor >= 0 { close(channel.descriptor) }
            throw error
        }
        nextID += 1
        do {
            let id = nextID
            let report = try await withTaskCancellationHandler {
                try await launcher.run(request, id: id, channel: channel)
            } onCancel: {
                // The launcher waits for its program; only the end of our side makes it stop at once.
                launcher.abandon()
            }
            try Task.checkCancellation()
            return report
        } catch {
            // Whatever broke, the next execution gets a launcher that starts from nothing.
            launchers[index] = nil
            await launcher.shutdown()
            throw error
        }
    }

    private func launcher(_ index: Int) async throws -> Launcher {
        if let launcher = launchers[index] { return launcher }
        let launcher = try await Self.start(index, isolation, configuration, workFolder)
        launchers[index] = launcher
        return launcher
    }

    private static func launcherIndex(slot: Int, isExaminer: Bool) -> Int { slot * 2 + (isExaminer ? 1 : 0) }

    /// The levels without a private root work in a folder of the host.
    private static func makeFolder(_ workFolder: URL, slot: Int, level: IsolationLevel) throws -> URL {
        let folder = workFolder.appending(path: "slot-\(slot)-\(level.rawValue)-\(UUID().uuidString)")
        if level < .namespaces {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        return folder
    }
}
