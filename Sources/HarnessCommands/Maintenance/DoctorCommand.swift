import ArgumentParser
import Foundation
import HarnessCore
import Reporting
import ResultStore
import Runners
import Sandbox
import Suites

/// Proves what works on this machine: `evalharness doctor`.
struct DoctorCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Prove what works on this machine: isolation level, languages, data, disk, store",
        discussion: """
            Example:
              evalharness doctor --verbose

            The isolation level is proved by programs that try what must be refused;
            --verbose lists each attempt. The exit code is 69 where something that is
            needed does not work.

            --abuse lets hostile programs do their worst, as samples do: through the runner,
            the box and the judge. An honest program follows each on the same slot, and the
            machine is looked at from outside. The exit code is 100 where anything comes
            otherwise than docs/isolation.md promises.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @OptionGroup(title: "Sandbox") var sandbox: SandboxOptions

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    @OptionGroup(title: "Abuse") var abuse: AbuseOptions

    func run(in context: CommandContext) async throws -> CommandEnding {
        var context = context
        sandbox.apply(to: &context.configuration)
        if abuse.promises { return try showPromises(context) }
        if abuse.abuse { return try await attack(context) }
        try storeOptions.apply(to: &context.configuration)
        let settings = try Workbench.Settings(context.configuration, allowsUnsafe: sandbox.allowUnsafe)
        var findings = [
            DoctorReport.Finding(
                "version",
                .good,
                "evalharness \(ProductVersion.text) "
                    + "(\(ProductVersion.operatingSystem) \(ProductVersion.architecture))"
            ),
            configuration(context),
            suite(context),
        ]
        findings += await languages(context)
        findings.append(await isolation(context, settings))
        findings.append(disk(context))
        findings.append(store(context))
        let report = DoctorReport(findings)
        try context.console.show(report)
        context.console.suggestNext(
            report.isGood ? "evalharness run --model v2" : "evalharness doctor --verbose"
        )
        return report.isGood ? .done : .unavailable
    }

    // MARK: - Findings

    private func configuration(_ context: CommandContext) -> DoctorReport.Finding {
        let configuration = context.configuration
        let files = configuration.files.map(\.path)
        let text =
            files.isEmpty
            ? "no file, defaults only"
            : files.joined(separator: ", ")
                + ": \(Numbers.count(configuration.models.count, "model")), "
                + Numbers.count(configuration.suites.count, "suite")
        return DoctorReport.Finding("config", .good, text)
    }

    private func suite(_ context: CommandContext) -> DoctorReport.Finding {
        do {
            let home = try context.home()
            let suite = try SuiteSource.builtIn.load(home: home)
            return DoctorReport.Finding(
                "data",
                .good,
                "\(Numbers.count(suite.tasks.count, "task")) in \(suite.name), from \(home.path)"
            )
        } catch {
            return DoctorReport.Finding("data", error)
        }
    }

    /// Every language there is a runner for, Python first: it is the only one that must be there.
    private func languages(_ context: CommandContext) async -> [DoctorReport.Finding] {
        let catalog: RunnerCatalog
        do {
            catalog = try RunnerCatalog(folder: context.home().appending(path: "runners"))
        } catch {
            return [DoctorReport.Finding("languages", error)]
        }
        let languages = catalog.languages.sorted { ($0 == .python ? 0 : 1, $0) < ($1 == .python ? 0 : 1, $1) }
        var findings: [Language: DoctorReport.Finding] = [:]
        await withTaskGroup(of: (Language, DoctorReport.Finding).self) { group in
            for language in languages {
                group.addTask { (language, await finding(of: language, in: catalog)) }
            }
            for await (language, finding) in group { findings[language] = finding }
        }
        return languages.compactMap { findings[$0] }
    }

    private func finding(of language: Language, in catalog: RunnerCatalog) async -> DoctorReport.Finding {
        do throws(HarnessError) {
            let toolchain = try await catalog.runner(for: language).toolchain()
            return DoctorReport.Finding(
                language.rawValue,
                .good,
                "\(toolchain.version), \(toolchain.executable)"
            )
        } catch {
            guard language != .python, error.code == .unavailable else {
                return DoctorReport.Finding(language.rawValue, error)
            }
            return DoctorReport.Finding(
                language.rawValue,
                .warning,
                "missing: suites that ask in it, core among them, leave its samples unscored",
                remedy: error.remedy,
                details: [error.location ?? error.message]
            )
        }
    }

    private func isolation(
        _ context: CommandContext,
        _ settings: Workbench.Settings
    ) async -> DoctorReport.Finding {
        do {
            let installation = try context.installation()
            var settings = settings
            settings.jobs = 1
            return try await Workbench.use(installation, language: .python, settings: settings) { workbench in
                let pool = workbench.pool
                let held = pool.probes.count(where: \.holds)
                let isWhole = held == pool.probes.count && pool.isolation > .none
                var details = pool.refusals.sorted { $0.key > $1.key }
                    .map { "not \($0.key.rawValue): \($0.value)" }
                let hasLandlock = pool.isolation == .none || pool.fences.contains(.landlock)
                if !hasLandlock { details.append("without Landlock: this kernel has none") }
                if context.console.verbosity == .verbose {
                    details.append("fences: " + pool.fences.names.joined(separator: ", "))
                    details += pool.probes.map { "\($0.holds ? "refused" : "OPEN"): \($0.name) (\($0.seen))" }
                }
                let start = workbench.isWarm ? "warm starts" : "cold starts"
                return DoctorReport.Finding(
                    "sandbox",
                    isWhole ? (pool.isolation == .full && hasLandlock ? .good : .warning) : .problem,
                    "isolation \(pool.isolation.rawValue), \(held) of \(pool.probes.count) probes held, \(start)",
                    details: details
                )
            }
        } catch let error as HarnessError {
            return DoctorReport.Finding("sandbox", error)
        } catch {
            return DoctorReport.Finding("sandbox", .problem, "\(error)")
        }
    }

    private func disk(_ context: CommandContext) -> DoctorReport.Finding {
        guard let bytes = DiskSpace.available(at: context.configuration.storeURL) else {
            return DoctorReport.Finding("disk", .warning, "the system does not say how much room there is")
        }
        let isEnough = bytes >= 1 << 30
        return DoctorReport.Finding(
            "disk",
            isEnough ? .good : .warning,
            "\(Numbers.bytes(bytes)) free for results",
            remedy: isEnough ? nil : "a large run may need more than 1 GiB: choose another --results-dir"
        )
    }

    private func store(_ context: CommandContext) -> DoctorReport.Finding {
        let path = context.configuration.storeURL
        guard FileManager.default.fileExists(atPath: path.path) else {
            return DoctorReport.Finding("store", .good, "none yet, the first run makes \(path.path)")
        }
        do {
            let runs = try ResultStore(path: path, mustExist: true).runs().count
            return DoctorReport.Finding("store", .good, "\(Numbers.count(runs, "run")) in \(path.path)")
        } catch {
            return DoctorReport.Finding("store", error)
        }
    }
}

extension DoctorReport.Finding {
    fileprivate init(_ subject: String, _ error: HarnessError) {
        let place = error.location.map { "\($0): " } ?? ""
        let lines = (place + error.message).split(separator: "\n").map(String.init)
        self.init(
            subject,
            .problem,
            lines.first ?? "",
            remedy: error.remedy,
            details: lines.dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
        )
    }
}
