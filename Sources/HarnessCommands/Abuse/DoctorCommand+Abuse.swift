import ArgumentParser
import Foundation
import HarnessCore
import Reporting
import Runners
import Sandbox

/// The flags of `evalharness doctor --abuse`.
struct AbuseOptions: ParsableArguments {
    @Flag(help: "Run hostile programs and compare what is seen with what is promised.")
    var abuse = false

    @Flag(help: "With --abuse: every case in every language that is here, not a fast part in Python.")
    var everyCase = false

    @Option(
        help: ArgumentHelp(
            "With --abuse: the level to attack: full, namespaces or fence. (default: the strictest)",
            valueName: "level"
        )
    )
    var attackLevel: String?

    @Option(
        name: .customLong("case"),
        help: ArgumentHelp("With --abuse: this case only, such as H01. (repeatable)", valueName: "id")
    )
    var cases: [String] = []

    @Option(
        name: .customLong("language"),
        help: ArgumentHelp(
            "With --abuse: programs in this language only, or in every other than Python. (repeatable)",
            valueName: "name|other"
        )
    )
    var languages: [String] = []

    @Flag(help: "Print what each isolation level promises, as docs/isolation.md has it.")
    var promises = false

    mutating func validate() throws {
        guard abuse || (!everyCase && attackLevel == nil && cases.isEmpty && languages.isEmpty) else {
            throw ValidationError("--every-case, --attack-level, --case and --language go with --abuse")
        }
    }
}

extension DoctorCommand {
    /// Runs the abuse suite on this machine.
    func attack(_ context: CommandContext) async throws -> CommandEnding {
        let installation = try context.installation()
        let suite = try AbuseSuite(home: context.home(), runners: installation.runners())
        let settings = try Workbench.Settings(context.configuration, allowsUnsafe: false)
        let level = try await level(installation, settings)
        let scene = try AbuseScene()
        defer { scene.strike() }
        let benches = AbuseBenches(installation, level: level, settings: settings)
        let run = AbuseRun(suite, benches: benches, tasks: AbuseTasks(home: try context.home()), scene: scene)
        let all = try chosen(suite)
        let chosen = all.filter {
            $0.definition.machine ?? ProductVersion.architecture == ProductVersion.architecture
        }
        var rows: [AbuseReport.Row] = []
        do {
            for (language, cases) in byLanguage(chosen) {
                for abuse in cases {
                    context.console.detail("\(abuse.id) \(language.rawValue): \(abuse.definition.title)")
                    rows += try await run.rows(of: abuse, in: language)
                }
            }
        } catch {
            await benches.close()
            throw error
        }
        await benches.close()
        rows.append(remains())
        rows += try await control(chosen, installation, settings, suite, scene, context)
        let report = AbuseReport(
            rows,
            level: level,
            passedOver: benches.absent.sorted { $0.key < $1.key }
                .map { .init(subject: $0.key.rawValue, reason: $0.value) }
                + all.filter { one in !chosen.contains { $0.id == one.id } }
                .map { .init(subject: $0.id, reason: "is written for \($0.definition.machine ?? "")") },
            showsAll: !abuse.everyCase || context.console.verbosity == .verbose
        )
        try context.console.show(report)
        return report.isGood ? .done : .judgedFailure
    }

    /// Prints the table of promises.
    func showPromises(_ context: CommandContext) throws -> CommandEnding {
        let suite = try AbuseSuite(home: context.home(), runners: context.installation().runners())
        try context.console.show(IsolationPromises(suite).report)
        return .done
    }

    private func chosen(_ suite: AbuseSuite) throws(HarnessError) -> [AbuseCase] {
        for id in abuse.cases where !suite.cases.contains(where: { $0.id == id }) {
            throw HarnessError(.usage, "--case \(id): there is no such case", remedy: "see docs/isolation.md")
        }
        if !abuse.cases.isEmpty { return suite.cases.filter { abuse.cases.contains($0.id) } }
        return abuse.everyCase ? suite.cases : suite.cases.filter { $0.definition.fast == true }
    }

    /// Python first; one language after the other, because each has a sandbox of its own.
    private func byLanguage(_ cases: [AbuseCase]) -> [(Language, [AbuseCase])] {
        let all = Set(cases.flatMap(\.programs.keys))
        let isWhole = abuse.everyCase || !abuse.cases.isEmpty || !abuse.languages.isEmpty
        return all.filter { isWhole ? isChosen($0) : $0 == .python }
            .sorted { ($0 == .python ? 0 : 1, $0) < ($1 == .python ? 0 : 1, $1) }
            // Examiners stay, and what is left behind is easier to see without them: forgeries come last.
            .map { language in (language, cases.filter { $0.programs[language] != nil }) }
    }

    private func isChosen(_ language: Language) -> Bool {
        abuse.languages.isEmpty || abuse.languages.contains(language.rawValue)
            || (language != .python && abuse.languages.contains("other"))
    }

    /// The level that is attacked: the one that was asked for, or the strictest that holds.
    private func level(
        _ installation: Installation,
        _ settings: Workbench.Settings
    ) async throws -> IsolationLevel {
        if let name = abuse.attackLevel {
            guard let level = IsolationLevel(rawValue: name), level > .none else {
                throw HarnessError(
                    .usage,
                    "--attack-level \(name): must be full, namespaces or fence"
                )
            }
            return level
        }
        return try await Workbench.use(installation, language: .python, settings: settings) {
            $0.pool.isolation
        }
    }

    private func remains() -> AbuseReport.Row {
        let remains = AbuseWitness().remainsAtEnd()
        return AbuseReport.Row(
            id: "end",
            attempt: "leave something behind when the sandbox has ended",
            language: "–",
            expected: "nothing",
            seen: remains.isEmpty ? "nothing" : remains.joined(separator: ", "),
            holds: remains.isEmpty
        )
    }

    /// Harmless attempts once more with nothing around them: they must then succeed, or they would prove nothing.
    private func control(
        _ cases: [AbuseCase],
        _ installation: Installation,
        _ settings: Workbench.Settings,
        _ suite: AbuseSuite,
        _ scene: AbuseScene,
        _ context: CommandContext
    ) async throws -> [AbuseReport.Row] {
        // Nothing runs unconfined without leave, not even what is harmless.
        guard abuse.everyCase, sandbox.allowUnsafe, isChosen(.python) else { return [] }
        let benches = AbuseBenches(installation, level: .none, settings: settings)
        let run = AbuseRun(suite, benches: benches, tasks: AbuseTasks(home: try context.home()), scene: scene)
        var rows: [AbuseReport.Row] = []
        do {
            for abuse in cases where abuse.definition.control != nil {
                if let row = try await run.control(of: abuse, in: .python) { rows.append(row) }
            }
        } catch {
            await benches.close()
            throw error
        }
        await benches.close()
        return rows
    }
}
