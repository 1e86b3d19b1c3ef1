import HarnessCore
import ResultStore
import Scoring
import Statistics

/// One candidate against the baseline, as text and JSON.
struct ComparisonSection {
    let base: ComparedRun
    let candidate: ComparedRun
    let comparison: ModelComparison
    let settings: SettingsDifference
    let options: CompareReport.Options

    private var transitions: OutcomeTransitions { OutcomeTransitions(comparison.pairing.shared) }

    private var advice: ComparisonAdvice? { comparison.overall.flatMap(ComparisonAdvice.init) }

    private var companions: ModelComparison.Companions? { comparison.companions(seed: options.seed) }

    // MARK: - Words shared by all formats

    var title: String {
        "\(base.name) \(base.reference) → \(candidate.name) \(candidate.reference)"
    }

    /// What was compared with what, in one line.
    var scope: String {
        let pairing = comparison.pairing
        let suite = base.stored.map { "\($0.record.suiteName), " } ?? ""
        let samples =
            base.samplesPerTask == candidate.samplesPerTask
            ? base.samplesPerTask : "\(base.samplesPerTask) and \(candidate.samplesPerTask)"
        var text =
            "\(suite)\(Numbers.count(pairing.shared.count, "shared task")) × \(samples), paired by task, "
        text += comparison.metric.name
        if let overall = comparison.overall, overall.clusters < overall.tasks {
            text += ", \(Numbers.count(overall.clusters, "cluster"))"
        }
        return text
    }

    /// What a reader must know before the numbers, most serious first.
    var warnings: [String] {
        var warnings: [String] = []
        for (run, missing) in [
            (base, comparison.pairing.onlyCandidate), (candidate, comparison.pairing.onlyBase),
        ] where !missing.isEmpty {
            warnings.append(
                "\(run.name) lacks \(Numbers.count(missing.count, "task")) of the other; left out"
            )
        }
        if comparison.tasksWithoutValue > 0 {
            let tasks = Numbers.count(comparison.tasksWithoutValue, "shared task")
            warnings.append("\(tasks) left out: no \(comparison.metric.name) in one of the runs")
        }
        for run in [base, candidate] {
            if let gap = run.gap { warnings.append("\(run.name) \(run.reference) \(gap)") }
            let infrastructure = run.tasks.reduce(0) { $0 + $1.infrastructureErrors }
            if infrastructure > 0 {
                warnings.append(
                    "\(run.name): \(Numbers.count(infrastructure, "infrastructure error")), not counted"
                )
            }
        }
        return warnings + base.notices + candidate.notices
    }

    func rows(_ effects: [Effect]) -> [EffectRow] {
        effects.map {
            EffectRow(
                effect: $0,
                metric: comparison.metric,
                alpha: options.alpha,
                margin: options.margin,
                adjustment: options.adjustment?.rawValue
            )
        }
    }

    var isRegression: Bool {
        guard let overall = comparison.overall else { return false }
        return rows([overall] + comparison.segments).contains { $0.word == .worse }
    }

    /// Facts beside the table: moves, effect size and advice.
    var facts: [(name: String, text: String)] {
        guard let overall = comparison.overall else { return [] }
        var facts: [(String, String)] = []
        facts.append(
            (
                "tasks",
                "\(Numbers.count(overall.wins)) better, \(Numbers.count(overall.losses)) worse, "
                    + "\(Numbers.count(overall.ties)) equal"
            )
        )
        let flips = comparison.flips
        if options.show != .improvements {
            let drops = flips.filter { $0.gain < 0 }
            if !drops.isEmpty { facts.append(("drops", words(drops))) }
        }
        if options.show != .regressions {
            let gains = Array(flips.filter { $0.gain > 0 }.reversed())
            if !gains.isEmpty { facts.append(("gains", words(gains))) }
        }
        if let failures = failureWords { facts.append(("failures", failures)) }
        if let moves = moveWords { facts.append(("moves", moves)) }
        if let companions {
            let isExact =
                companions.signFlip.isExact ? "exact" : "\(Numbers.count(companions.signFlip.total)) draws"
            facts.append(
                (
                    "also",
                    "sign-flip permutation p \(EffectRow.p(companions.signFlip.pValue)) (\(isExact)), sign test p "
                        + EffectRow.p(companions.sign.pValue)
                )
            )
        }
        if let size = overall.standardized {
            facts.append(("effect", "Cohen's d of the pairs \(Numbers.fixed(size, places: 2))"))
        }
        if let advice { facts.append(("advice", advice.words)) }
        return facts
    }

    private func words(_ flips: [ModelComparison.Flip]) -> String {
        let shown = flips.prefix(options.flips).map { flip in
            let (base, candidate) = (flip.pair.base, flip.pair.candidate)
            let counts =
                base.judged == candidate.judged
                ? "\(base.passed)→\(candidate.passed) of \(base.judged)"
                : "\(base.passed) of \(base.judged)→\(candidate.passed) of \(candidate.judged)"
            return "\(name(of: flip.pair.key)) \(counts)"
        }
        let rest = flips.count > shown.count ? ", … \(Numbers.count(flips.count - shown.count)) more" : ""
        return shown.joined(separator: ", ") + rest
    }

    private func name(of key: ArmTask.Key) -> String {
        let isOneLanguage = Set(comparison.pairing.shared.map(\.key.language)).count == 1
        return isOneLanguage ? key.taskID : "\(key.taskID) (\(key.language))"
    }

    private var failureWords: String? {
        let transitions = transitions
        let totals = (
            transitions.base.values.reduce(0, +), transitions.candidate.values.reduce(0, +)
        )
        // Foreign results do not say why a sample failed: nothing is no count of zero.
        let isTold = FailureMode.Family.allCases.contains { family in
            (transitions.base[family] ?? 0) + (transitions.candidate[family] ?? 0) > 0
        }
        guard totals.0 > 0, totals.1 > 0, isTold else { return nil }
        return FailureMode.Family.allCases.map { family in
            let (before, after) = (transitions.base[family] ?? 0, transitions.candidate[family] ?? 0)
            guard totals.0 != totals.1 else { return "\(family.rawValue) \(before)→\(after)" }
            let shares = (Double(before) / Double(totals.0), Double(after) / Double(totals.1))
            return "\(family.rawValue) \(Numbers.percent(shares.0))→\(Numbers.percent(shares.1))"
        }
        .joined(separator: ", ")
    }

    /// The largest moves between outcomes, in tasks' worth of samples.
    private var moveWords: String? {
        let transitions = transitions
        var moves: [(text: String, tasks: Double)] = []
        for from in OutcomeTransitions.outcomes {
            for to in OutcomeTransitions.outcomes where to != from {
                let tasks = transitions.tasks(from: from, to: to)
                if tasks >= 0.05 { moves.append(("\(Self.name(from))→\(Self.name(to))", tasks)) }
            }
        }
        guard !moves.isEmpty else { return nil }
        let largest = moves.sorted { ($1.tasks, $0.text) < ($0.tasks, $1.text) }.prefix(4)
        return largest.map { "\($0.text) \(Numbers.fixed($0.tasks, places: 1))" }.joined(separator: ", ")
            + " tasks' worth of samples"
    }

    private static func name(_ outcome: OutcomeTransitions.Outcome) -> String {
        outcome?.rawValue ?? "passed"
    }

    // MARK: - JSON

    var json: JSONValue {
        let pairing = comparison.pairing
        return .object([
            "cand": CompareReport.json(candidate),
            "pairing": .object([
                "shared": .integer(pairing.shared.count),
                "only_base": .array(pairing.onlyBase.map(Self.json)),
                "only_cand": .array(pairing.onlyCandidate.map(Self.json)),
                "without_value": .integer(comparison.tasksWithoutValue),
            ]),
            "settings_diff": settings.json,
            "comparable": settings.isUnknown ? .null : .bool(settings.isComparable),
            "warnings": .array(warnings.map(JSONValue.text)),
            "effects": .array(
                rows([comparison.overall].compactMap(\.self) + comparison.segments).map(\.json)
            ),
            "flips": .array(comparison.flips.map(Self.json)),
            "transitions": transitionJSON,
            "companions": companions?.json ?? .null, "advice": advice?.json ?? .null,
        ])
    }

    private static func json(_ key: ArmTask.Key) -> JSONValue {
        .object(["task": .text(key.taskID), "language": .text(key.language.rawValue)])
    }

    private static func json(_ flip: ModelComparison.Flip) -> JSONValue {
        func arm(_ task: ArmTask, _ value: Double) -> JSONValue {
            .object([
                "n": .integer(task.judged), "c": .integer(task.passed), "value": .number(value),
            ])
        }
        return .object([
            "task": .text(flip.pair.key.taskID), "language": .text(flip.pair.key.language.rawValue),
            "base": arm(flip.pair.base, flip.base), "cand": arm(flip.pair.candidate, flip.candidate),
        ])
    }

    private var transitionJSON: JSONValue {
        let transitions = transitions
        return .object(
            Dictionary(
                uniqueKeysWithValues: OutcomeTransitions.outcomes.map { from in
                    let row = OutcomeTransitions.outcomes.map { to in
                        (Self.name(to), JSONValue.number(transitions.tasks(from: from, to: to)))
                    }
                    return (Self.name(from), .object(Dictionary(uniqueKeysWithValues: row)))
                }
            )
        )
    }
}

extension ComparisonAdvice {
    /// What to buy, and what it would bring.
    var words: String {
        func points(_ share: Double) -> String { Numbers.fixed(share * 100, places: 1) + " pp" }
        let tasks = "twice the tasks would see \(points(detectableWithTwiceTheTasks))"
        guard let share = shareBetweenTasks, let tenfold = detectableWithTenfoldSamples else {
            return
                "a second sample per task, to tell noise from tasks; now sees \(points(detectableNow)), \(tasks)"
        }
        let wanted =
            switch purchase {
            case .tasks, .aSecondSample: "more tasks"
            case .samples: "more samples"
            case .either: "more tasks or more samples"
            }
        return "\(wanted): \(Numbers.percent(share)) of the spread lies between tasks. Now sees "
            + "\(points(detectableNow)), \(tasks), ten times the samples \(points(tenfold))"
    }

    var json: JSONValue {
        .object([
            "buy": .text(purchase.rawValue), "share_between_tasks": .optional(shareBetweenTasks),
            "mde": .number(detectableNow), "mde_twice_tasks": .number(detectableWithTwiceTheTasks),
            "mde_tenfold_samples": .optional(detectableWithTenfoldSamples),
        ])
    }
}

extension ModelComparison.Companions {
    fileprivate var json: JSONValue {
        .object([
            "sign_flip": .object([
                "p": .number(signFlip.pValue), "orders": .integer(signFlip.total),
                "exact": .bool(signFlip.isExact),
            ]),
            "sign_test": .object(["p": .number(sign.pValue)]),
        ])
    }
}
