import Evaluation
import Foundation
import HarnessCore
import Runners
import Sandbox

/// Everything that is needed to run and judge programs of one language on this machine.
struct Workbench: Sendable {
    let runner: Runner
    let toolchain: Toolchain
    let pool: SandboxPool
    let isWarm: Bool
    let jobs: Int
    /// Turns one program into a verdict.
    let trial: SandboxTrial
    private let artifacts: ArtifactCache?

    /// How a workbench is set up.
    struct Settings: Sendable {
        /// Programs at a time.
        var jobs: Int
        /// Whether a ready interpreter is forked where the language can be.
        var isWarm: Bool
        /// The level below which nothing is run; nil asks for any but none.
        var requiredLevel: IsolationLevel?
        /// Whether programs may run with nothing to confine them.
        var allowsUnsafe: Bool
        /// Whether some programs will be examined: their examiners then start with the sandbox.
        var examines = false
        /// The strictest level that is tried; who attacks a level lowers it.
        var strictestLevel = IsolationLevel.full

        init(_ configuration: Configuration, allowsUnsafe: Bool) throws(HarnessError) {
            jobs = try configuration.jobs(processors: ProcessInfo.processInfo.activeProcessorCount)
            isWarm = try configuration.isWarm()
            requiredLevel = try configuration.requiredLevel()
            self.allowsUnsafe = allowsUnsafe
        }
    }

    /// Finds the language and starts the sandbox.
    ///
    /// - Throws: `unavailable` where the language, the launcher or the level is not to be had.
    static func open(
        _ installation: Installation,
        language: Language,
        settings: Settings
    ) async throws(HarnessError) -> Workbench {
        let runner = try installation.runners().runner(for: language)
        return try await open(installation, runner: runner, toolchain: runner.toolchain(), settings: settings)
    }

    /// Starts the sandbox of a language that has been found; makes first what it needs once.
    static func open(
        _ installation: Installation,
        runner: Runner,
        toolchain: Toolchain,
        settings: Settings,
        sharing slots: SandboxSlots? = nil
    ) async throws(HarnessError) -> Workbench {
        let prebuilt = try await prebuild(installation, runner, toolchain, settings)
        let isWarm = settings.isWarm && runner.canStartWarm
        let pool = try await pool(
            installation,
            needs: runner.sandboxNeeds(for: toolchain),
            prebuilt: prebuilt,
            isWarm: isWarm,
            preparesExaminers: settings.examines && isWarm && runner.runsPythonChecks,
            settings: settings,
            slots: slots
        )
        guard !runner.isCompiled || pool.isolation != .fence else {
            await pool.shutdown()
            throw HarnessError(
                .unavailable,
                "\(runner.displayName) is compiled, and at isolation level fence no compiler can start its helpers",
                remedy: "allow user namespaces or run as root: see evalharness doctor"
            )
        }
        let artifacts =
            runner.isCompiled ? ArtifactCache(folder: installation.cache.appending(path: "compiled")) : nil
        return Workbench(
            runner: runner,
            toolchain: toolchain,
            pool: pool,
            isWarm: isWarm,
            jobs: settings.jobs,
            trial: SandboxTrial(
                runner: runner,
                toolchain: toolchain,
                sandbox: pool,
                isWarm: isWarm,
                isolation: pool.isolation,
                artifacts: artifacts
            ),
            artifacts: artifacts
        )
    }

    private static func pool(
        _ installation: Installation,
        needs: SandboxNeeds,
        prebuilt: [String: URL],
        isWarm: Bool,
        preparesExaminers: Bool = false,
        settings: Settings,
        slots: SandboxSlots? = nil
    ) async throws(HarnessError) -> SandboxPool {
        try await SandboxPool(
            configuration: SandboxConfiguration(
                launcher: installation.launcher,
                probe: installation.probe,
                guestLibrary: installation.guestLibrary,
                slots: settings.jobs,
                readOnlyPaths: needs.readOnlyPaths,
                harnessFiles: needs.harnessFiles,
                largeFiles: prebuilt,
                offersProcessFileSystem: needs.needsProcessFileSystem,
                environment: needs.environment,
                zygoteCommand: isWarm ? needs.zygoteCommand : nil,
                coldCommandPrefix: needs.coldCommandPrefix,
                preparesExaminers: preparesExaminers,
                requiredLevel: settings.requiredLevel,
                allowUnsafe: settings.allowsUnsafe,
                strictestLevel: settings.strictestLevel
            ),
            sharing: slots
        )
    }

    /// Makes what a toolchain needs once, each step in a sandbox of its own.
    private static func prebuild(
        _ installation: Installation,
        _ runner: Runner,
        _ toolchain: Toolchain,
        _ settings: Settings
    ) async throws(HarnessError) -> [String: URL] {
        let steps = try runner.prebuilds(for: toolchain)
        guard !steps.isEmpty else { return [:] }
        var single = settings
        single.jobs = 1
        let (needs, alone) = (try runner.sandboxNeeds(for: toolchain), single)
        do {
            return try await PrebuiltFiles(folder: installation.cache.appending(path: "prebuilt"))
                .files(for: steps) { step, made in
                    let pool = try await pool(
                        installation,
                        needs: needs,
                        prebuilt: made,
                        isWarm: false,
                        settings: alone
                    )
                    do {
                        let report = try await pool.run(step.request)
                        await pool.shutdown()
                        return report
                    } catch {
                        await pool.shutdown()
                        throw error
                    }
                }
        } catch let error as HarnessError {
            throw error
        } catch let error as PrebuiltFiles.Fault {
            throw HarnessError(
                .unavailable,
                "\(runner.displayName) cannot be prepared: \(error.name) \(error.reason)",
                remedy: runner.installHint
            )
        } catch {
            throw HarnessError(
                .unavailable,
                "\(runner.displayName) cannot be prepared: \(error)",
                at: installation.cache.path,
                remedy: "name another folder: EVALHARNESS_CACHE_DIR=DIR"
            )
        }
    }

    /// Everything besides task and program that a verdict depends on.
    var identity: ExecutionIdentity {
        ExecutionIdentity(
            runner: runner.digest.hexadecimal,
            toolchain: toolchain.digest.hexadecimal,
            judging: ProductVersion.text,
            isolation: pool.isolation
        )
    }

    /// Ends the sandbox; the workbench is of no use afterwards.
    func close() async {
        await pool.shutdown()
        artifacts?.prune()
    }

    /// Does something with a workbench and ends the sandbox whatever happens.
    static func use<Outcome>(
        _ installation: Installation,
        language: Language,
        settings: Settings,
        _ body: (Workbench) async throws -> Outcome
    ) async throws -> Outcome {
        let workbench = try await open(installation, language: language, settings: settings)
        do {
            let outcome = try await body(workbench)
            await workbench.close()
            return outcome
        } catch {
            await workbench.close()
            throw error
        }
    }
}
