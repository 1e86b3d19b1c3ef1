import Evaluation
import Foundation
import HarnessCore
import Runners
import Sandbox

/// The workbenches of several languages, each opened when it is first needed.
///
/// A pool is opened when the first program of its language comes, so many languages cost little more than those that
/// are in use. All pools share their slots: together they run as many programs at a time as there are jobs.
actor Workbenches {
    nonisolated let catalog: RunnerCatalog
    private(set) var settings: Workbench.Settings
    private let installation: Installation
    private let slots: SandboxSlots
    private var toolchains: [Language: Task<Result<Toolchain, HarnessError>, Never>] = [:]
    private var benches: [Language: Task<Result<Workbench, HarnessError>, Never>] = [:]

    /// `catalog` is the installation's, where the caller has read it already.
    init(
        _ installation: Installation,
        catalog: RunnerCatalog? = nil,
        settings: Workbench.Settings
    ) throws(HarnessError) {
        self.installation = installation
        self.settings = settings
        slots = SandboxSlots(count: settings.jobs)
        if let catalog {
            self.catalog = catalog
        } else {
            self.catalog = try installation.runners()
        }
    }

    /// Demands that every sandbox from now on has at least this level.
    func require(_ level: IsolationLevel) { settings.requiredLevel = level }

    /// Begins to look for the toolchain of a language; `toolchain` waits for it.
    func look(for language: Language) {
        guard toolchains[language] == nil, let runner = try? catalog.runner(for: language) else { return }
        toolchains[language] = Task {
            do throws(HarnessError) {
                return .success(try await runner.toolchain())
            } catch {
                return .failure(error)
            }
        }
    }

    /// The toolchain of a language, looked for once; throws `unavailable` where it is not to be had.
    func toolchain(_ language: Language) async throws(HarnessError) -> Toolchain {
        _ = try catalog.runner(for: language)
        look(for: language)
        guard let search = toolchains[language] else {
            throw HarnessError(.internalFault, "nobody looked for \(language)")
        }
        return try await search.value.get()
    }

    /// The workbench of a language, opened once; throws `unavailable` where it is not to be had.
    func bench(_ language: Language) async throws(HarnessError) -> Workbench {
        if let opening = benches[language] { return try await opening.value.get() }
        let runner = try catalog.runner(for: language)
        let toolchain = try await toolchain(language)
        // Somebody else may have asked while the toolchain was looked for.
        let opening =
            benches[language]
            ?? Task { [installation, settings, slots] () async -> Result<Workbench, HarnessError> in
                do throws(HarnessError) {
                    let bench = try await Workbench.open(
                        installation,
                        runner: runner,
                        toolchain: toolchain,
                        settings: settings,
                        sharing: slots
                    )
                    return .success(bench)
                } catch {
                    return .failure(error)
                }
            }
        benches[language] = opening
        return try await opening.value.get()
    }

    /// The workbench of a language, or why there is none.
    func opening(_ language: Language) async -> Result<Workbench, HarnessError> {
        do throws(HarnessError) {
            return .success(try await bench(language))
        } catch {
            return .failure(error)
        }
    }

    /// Judges programs of whatever language their sample has.
    nonisolated var trial: PolyglotTrial {
        PolyglotTrial(catalog: catalog) { language in try await self.bench(language).trial }
    }

    /// Ends every sandbox.
    func close() async {
        for opening in benches.values {
            if case .success(let bench) = await opening.value { await bench.close() }
        }
        benches = [:]
    }

    /// Does something with workbenches and ends their sandboxes whatever happens.
    static func use<Outcome>(
        _ installation: Installation,
        catalog: RunnerCatalog? = nil,
        settings: Workbench.Settings,
        _ body: (Workbenches) async throws -> Outcome
    ) async throws -> Outcome {
        let benches = try Workbenches(installation, catalog: catalog, settings: settings)
        do {
            let outcome = try await body(benches)
            await benches.close()
            return outcome
        } catch {
            await benches.close()
            throw error
        }
    }
}
