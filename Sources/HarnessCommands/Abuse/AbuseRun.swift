import Evaluation
import Foundation
import HarnessCore
import Reporting
import Runners
import Suites

/// Runs the abuse suite at one level of isolation and compares what is seen with what is expected.
///
/// Each attempt is judged like a sample, through the language's real runner; an honest program follows on the same
/// slot and must pass; then a witness looks at the machine.
final class AbuseRun {
    private let suite: AbuseSuite
    private let benches: AbuseBenches
    private let scene: AbuseScene
    private let tasks: AbuseTasks
    private var witness = AbuseWitness()
    private let isRoot = geteuid() == 0

    /// The level that is attacked.
    let level: IsolationLevel

    init(_ suite: AbuseSuite, benches: AbuseBenches, tasks: AbuseTasks, scene: AbuseScene) {
        self.suite = suite
        self.benches = benches
        self.tasks = tasks
        self.scene = scene
        level = benches.level
    }

    /// Runs one case in one language.
    ///
    /// - Throws: what the harness itself fails at; what a program does is in the rows.
    func rows(of abuse: AbuseCase, in language: Language) async throws -> [AbuseReport.Row] {
        guard let bench = try await benches.bench(language), let programs = abuse.programs[language] else {
            return []
        }
        // Launchers, the driver's objects and an examiner are there before anybody looks.
        _ = try await honest(bench)
        if abuse.group == .forgery, language == .python {
            benches.examiners = 1
            _ = try await honest(bench, judged: "check")
        }
        witness.look()
        var rows: [AbuseReport.Row] = []
        // A program without a place for variants is the same in all of them.
        let hasVariants = programs.values.contains { $0.contains("@variant@") }
        for (name, text) in hasVariants ? abuse.variants : [(nil, "")] {
            let place = OutcomeTable.Place(level: level, isRoot: isRoot, language: language, variant: name)
            let attempt = Attempt(abuse: abuse, bench: bench, place: place, variant: text)
            rows +=
                abuse.group == .forgery
                ? try await forge(attempt, programs) : try await attack(attempt, programs)
        }
        let twin = try await honest(bench)
        rows.append(row(abuse, language, "honest program right after", ["passed"], Seen(twin)))
        var remains = witness.remains(examiners: benches.examiners) + scene.traces()
        // A descriptor of this process is closed by a task of its own, a moment after its launcher has gone.
        for _ in 0..<50 where !remains.isEmpty && remains.allSatisfy({ $0.hasSuffix(" descriptors") }) {
            try await Task.sleep(for: .milliseconds(20))
            remains = witness.remains(examiners: benches.examiners)
        }
        rows.append(
            AbuseReport.Row(
                id: abuse.id,
                attempt: "leave something behind (\(abuse.definition.title))",
                language: language.rawValue,
                expected: "nothing",
                seen: remains.isEmpty ? "nothing" : remains.joined(separator: ", "),
                holds: remains.isEmpty
            )
        )
        return rows
    }

    /// One execution's circumstances.
    private struct Attempt {
        var abuse: AbuseCase
        var bench: Workbench
        var place: OutcomeTable.Place
        var variant: String
    }

    // MARK: - Attacks

    private func attack(_ attempt: Attempt, _ programs: [String: String]) async throws -> [AbuseReport.Row] {
        let abuse = attempt.abuse
        let language = attempt.bench.runner.language
        let last = abuse.steps.last
        var seen: [(step: String, seen: Seen)] = []
        if abuse.definition.together == true {
            seen = try await withThrowingTaskGroup(of: (String, Seen).self) { group in
                for step in abuse.steps {
                    let work = work(attempt, programs[step] ?? "")
                    group.addTask { (step, try await work()) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            seen.sort { $0.step < $1.step }
        } else {
            for step in abuse.steps { seen.append((step, try await work(attempt, programs[step] ?? "")())) }
        }
        return seen.map { step, seen in
            // Where there are several steps, what counts is what the last one, or each of those together, found.
            let isDecisive = step == last || abuse.definition.together == true
            var place = attempt.place
            place.step = step
            let expected = isDecisive ? abuse.expected(place, otherwise: ["refused"]) : [seen.text]
            let name = [abuse.definition.title, attempt.place.variant, abuse.steps.count > 1 ? step : nil]
            return row(abuse, language, name.compactMap(\.self).joined(separator: ": "), expected, seen)
        }
    }

    /// Runs a program that returns the names of what it could do, and nothing where all was refused.
    private func work(_ attempt: Attempt, _ program: String) -> @Sendable () async throws -> Seen {
        let language = attempt.bench.runner.language
        let task = tasks.attempts(scene)
        let place = scene.folder.path
        let text = suite.text(program, in: language, variant: attempt.variant, place: place)
        let sample = Sample(taskID: task.id, index: 0, language: language, text: text, form: .solution)
        let limits = (attempt.abuse.definition.limits ?? AbuseCase.Limits()).resources
        let trial = attempt.bench.trial
        let canary = scene.canary
        return {
            let observation = try await trial.observe(
                task,
                sample: sample,
                program: trial.program(for: sample, task: task),
                limits: limits
            )
            return Seen(observation.verdict, answers: observation.results, canary: canary)
        }
    }

    /// What the same attempts come to where nothing confines them: the names of those that go through.
    func control(of abuse: AbuseCase, in language: Language) async throws -> AbuseReport.Row? {
        guard let wanted = abuse.definition.control, let bench = try await benches.bench(language),
            let program = abuse.programs[language]?["attack"]
        else { return nil }
        let place = OutcomeTable.Place(level: .none, isRoot: isRoot, language: language)
        let attempt = Attempt(abuse: abuse, bench: bench, place: place, variant: "")
        let seen = try await work(attempt, program)()
        let missing = wanted.filter { !seen.open.contains($0) }
        return AbuseReport.Row(
            id: abuse.id,
            attempt: "\(abuse.definition.title), with nothing to confine it",
            language: language.rawValue,
            expected: "open: " + wanted.joined(separator: ", "),
            seen: missing.isEmpty ? "open: " + wanted.joined(separator: ", ") : seen.text,
            holds: missing.isEmpty
        )
    }

    // MARK: - Forgeries

    private func forge(_ attempt: Attempt, _ programs: [String: String]) async throws -> [AbuseReport.Row] {
        let language = attempt.bench.runner.language
        let ways = attempt.abuse.definition.judged ?? (language == .python ? ["cases", "check"] : ["cases"])
        var rows: [AbuseReport.Row] = []
        for way in ways {
            for twin in ["wrong", "right"] {
                let text = suite.text(
                    programs["attack"] ?? "",
                    in: language,
                    variant: attempt.variant,
                    place: scene.folder.path,
                    twin: twin
                )
                let task = tasks.forged(way)
                let sample = Sample(
                    taskID: task.id,
                    index: 0,
                    language: language,
                    text: text,
                    form: .solution
                )
                let trial = attempt.bench.trial
                if way != "cases" { benches.examiners = 1 }
                let verdict = try await trial.verdict(
                    for: task,
                    sample: sample,
                    program: trial.program(for: sample, task: task),
                    limits: (attempt.abuse.definition.limits ?? AbuseCase.Limits()).resources
                )
                var place = attempt.place
                place.judged = way
                let expected =
                    twin == "right" ? ["passed"] : attempt.abuse.expected(place, otherwise: ["failed"])
                let title = [attempt.abuse.definition.title, place.variant, "\(way), \(twin) answer"]
                    .compactMap(\.self).joined(separator: ": ")
                var row = row(attempt.abuse, language, title, expected, Seen(verdict))
                // A verdict that a candidate could have forged has to say so.
                if way == "shared", verdict.trust != .shared {
                    row.holds = false
                    row.seen += ", trust \(verdict.trust.rawValue)"
                }
                rows.append(row)
            }
        }
        return rows
    }

    // MARK: - Honest programs

    private func honest(_ bench: Workbench, judged way: String = "cases") async throws -> Verdict {
        let language = bench.runner.language
        let task = tasks.forged(way)
        let sample = Sample(
            taskID: task.id,
            index: 0,
            language: language,
            text: try tasks.honest(bench.runner),
            form: .solution
        )
        return try await bench.trial.verdict(
            for: task,
            sample: sample,
            program: bench.trial.program(for: sample, task: task),
            limits: AbuseCase.Limits().resources
        )
    }

    private func row(
        _ abuse: AbuseCase,
        _ language: Language,
        _ attempt: String,
        _ expected: [String],
        _ seen: Seen
    ) -> AbuseReport.Row {
        let holds = OutcomeTable.allows(expected, seen.text, isFailure: seen.isFailure)
        return AbuseReport.Row(
            id: abuse.id,
            attempt: attempt,
            language: language.rawValue,
            expected: expected.joined(separator: " or "),
            seen: holds ? seen.text : seen.detailed,
            holds: holds
        )
    }
}

/// A verdict in the words of the suite.
struct Seen: Sendable {
    var text: String
    var isFailure = false
    /// What a program says it could do.
    var open: [String] = []
    private var message: String

    /// `answers` are those of a program that returns what it could do; nil for one that solves a task.
    init(_ verdict: Verdict, answers: [UInt8]? = nil, canary: String? = nil) {
        message = verdict.evidence.message
        let words = [message, verdict.evidence.actual ?? "", String(decoding: answers ?? [], as: UTF8.self)]
        if let canary, words.contains(where: { $0.contains(canary) }) {
            text = "leaked the canary"
            return
        }
        switch verdict.outcome {
        case .passed: text = answers == nil ? "passed" : "refused"
        case .infrastructureError: text = "infrastructure error: \(verdict.rule)"
        case .failed(let mode):
            text = mode.rawValue
            isFailure = true
            guard mode == .wrongValue, let answers, let names = Self.names(in: answers) else { return }
            open = names
            text = "open: " + names.joined(separator: ", ")
            isFailure = false
        }
    }

    /// With what the judge says of it.
    var detailed: String { message.isEmpty ? text : "\(text) (\(message.prefix(200)))" }

    /// The returned list; the answers are `ObservableTrial`'s: one list of the frame's values per call.
    private static func names(in answers: [UInt8]) -> [String]? {
        let frame = Array("R\(answers.count):".utf8) + answers
        guard let values = try? WireFormat.frames(in: frame).first?.values(),
            case .list(let parts)? = values.first,
            parts.count > 1, case .list(let names) = parts[1]
        else { return nil }
        return names.compactMap { if case .text(let name) = $0 { name } else { nil } }
    }
}
