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
        let catalog = try RunnerCatalog(folder: installation.home.appending(path: "runners"))
        let runner = try catalog.runner(for: language)
        let toolchain = try await runner.toolchain()
        let needs = runner.sandboxNeeds(for: toolchain)
        let isWarm = settings.isWarm && runner.canStartWarm
        let pool = try await SandboxPool(
            configuration: SandboxConfiguration(
                launcher: installation.launcher,
                guestLibrary: installation.guestLibrary,
                slots: settings.jobs,
                readOnlyPaths: needs.readOnlyPaths,
                harnessFiles: needs.harnessFiles,
                environment: needs.environment,
                zygoteCommand: isWarm ? needs.zygoteCommand : nil,
                coldCommandPrefix: needs.coldCommandPrefix,
                requiredLevel: settings.requiredLevel,
                allowUnsafe: settings.allowsUnsafe
            )
        )
        return Workbench(
            runner: runner,
            toolchain: toolchain,
            pool: pool,
            isWarm: isWarm,
            jobs: settings.jobs
        )
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

    /// Turns one program into a verdict.
    var trial: SandboxTrial {
        SandboxTrial(runner: runner, toolchain: toolchain, sandbox: pool, isWarm: isWarm)
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
            await workbench.pool.shutdown()
            return outcome
        } catch {
            await workbench.pool.shutdown()
            throw error
        }
    }
}
