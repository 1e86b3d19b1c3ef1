import Foundation
package import HarnessCore
package import ResultStore
import Scoring
import Statistics

/// The result of a run: what was asked, how much of it was scored, the metrics and the failures.
package struct RunSummary: Report {
    private let run: StoredRun
    private let score: RunScore
    private let tally: TaskTally
    /// Samples whose test ran in the candidate's own process.
    private let sharedTrust: Int
    private let planted: PlantedTally

    /// Scores a run; samples without a result count as missing only.
    ///
    /// The rows are visited one by one: what a program said about itself is not kept in memory.
    package init(_ run: StoredRun, in store: ResultStore) throws(HarnessError) {
        var scored: [ScoredSample] = []
        var sharedTrust = 0
        var planted = PlantedTally()
        try store.forEachSampleRow(run: run.record.id) { row in
            if let sample = ScoredSample(row) { scored.append(sample) }
            if row.result?.verdict.trust == .shared { sharedTrust += 1 }
            planted.count(row)
        }
        self.init(run, scored: scored, sharedTrust: sharedTrust, planted: planted)
    }

    /// Scores rows that are in memory already.
    package init(_ run: StoredRun, rows: [SampleRow]) {
        self.init(
            run,
            scored: rows.compactMap(ScoredSample.init),
            sharedTrust: rows.count { $0.result?.verdict.trust == .shared },
            planted: rows.reduce(into: PlantedTally()) { $0.count($1) }
        )
    }

    private init(_ run: StoredRun, scored: [ScoredSample], sharedTrust: Int, planted: PlantedTally) {
        self.run = run
        self.sharedTrust = sharedTrust
        self.planted = planted
        let seed = UInt64(bitPattern: Int64(run.record.seed))
        score = RunScore(rows: scored, ks: run.settings.passAt, seed: seed)
        tally = TaskTally(scored)
    }

    package func lines(_ style: TextStyle) -> [String] {
        // A summary is read by people even from a file, so it stays aligned there.
        var style = style
        style.isAligned = true
        var lines = head(style)
        if run.counts.judged > 0 {
            let table = MetricsTable(score)
            lines += [""] + table.lines(style) + style.wrapped(tally.sentence)
            for note in table.notes { lines += style.wrapped(note) }
            lines += style.wrapped(qualities)
            if let sentence = planted.sentence { lines += style.wrapped(sentence) }
        }
        if run.counts.failed > 0 { lines += [""] + breakdown.lines(style) }
        return lines + ["", identity]
    }

    package var json: JSONValue {
        var fields = run.json
        fields["metrics"] = .array(
            [Self.json(score.overall, segment: [:])]
                + score.byLanguage.map { Self.json($0.score, segment: ["language": .text($0.key.rawValue)]) }
                + score.byCategory.map { Self.json($0.score, segment: ["category": .text($0.key.rawValue)]) }
                + score.byDifficulty.map {
                    Self.json($0.score, segment: ["difficulty": .text($0.key.rawValue)])
                }
        )
        fields["tasks"] = tally.json
        fields["failures"] = breakdown.json
        fields["shared_trust"] = .integer(sharedTrust)
        fields["planted"] = planted.json
        return .document("run", fields)
    }

    // MARK: - Text

    private var breakdown: FailureBreakdown {
        FailureBreakdown(failures: score.overall.failureModes, samples: run.counts.judged)
    }

    private func head(_ style: TextStyle) -> [String] {
        let record = run.record
        let version = run.settings.modelVersion.map { " \(printable($0))" } ?? ""
        let title = "\(printable(record.model))\(version) on \(printable(record.suiteName))"
        var lines = [
            style.coloured(title, .bold),
            "\(record.status.rawValue): \(completeness)",
        ]
        var facts = ["isolation \(record.isolation.rawValue)"]
        facts += run.toolchains.names.map(printable)
        facts += [record.isWarm ? "warm starts" : "cold starts", "seed \(record.seed)"]
        lines += style.wrapped(facts.joined(separator: " · "))
        if run.settings.isPartial {
            lines += style.wrapped("! partial: the selection may leave out tasks of the suite")
        }
        if sharedTrust > 0 {
            lines += style.wrapped(
                "! \(Numbers.count(sharedTrust, "sample")) shared a process with the test (trust: shared)"
            )
        }
        return lines
    }

    private var completeness: String {
        let counts = run.counts
        var text = "\(Numbers.count(counts.judged)) of \(Numbers.count(counts.samples)) scored"
        text += " (\(Numbers.count(counts.passed)) passed, \(Numbers.count(counts.failed)) failed)"
        text += ", \(Numbers.count(counts.infrastructureErrors, "infra error"))"
        text += ", \(Numbers.count(counts.missing)) missing"
        return text
    }

    private var qualities: String {
        let overall = score.overall
        var parts: [String] = []
        for estimate in overall.passHatK where estimate.k > 1 {
            guard let mean = estimate.mean else { continue }
            parts.append("pass^\(estimate.k) \(Numbers.percent(mean.value))")
        }
        if let cases = overall.casesPassed { parts.append("cases passed \(Numbers.percent(cases.value))") }
        if let median = overall.medianEditDistance {
            parts.append("median edit distance \(Numbers.fixed(median, places: 0))")
        }
        if let complexity = overall.meanCyclomaticComplexity {
            parts.append("complexity \(Numbers.fixed(complexity, places: 1))")
        }
        if let nesting = overall.meanNestingDepth {
            parts.append("nesting \(Numbers.fixed(nesting, places: 1))")
        }
        return parts.joined(separator: " · ")
    }

    /// The run's name and times: the only line in which two equal runs differ.
    private var identity: String {
        let record = run.record
        var parts = ["run \(record.id)", "started \(record.created)"]
        let style = Date.ISO8601FormatStyle()
        if let finished = record.finished, let end = try? style.parse(finished),
            let start = try? style.parse(record.created)
        {
            parts.append("took \(Numbers.duration(wholeSeconds: max(0, end.timeIntervalSince(start))))")
        }
        return parts.joined(separator: " · ")
    }

    // MARK: - JSON

    private static func json(_ score: GroupScore, segment: [String: JSONValue]) -> JSONValue {
        .object([
            "segment": .object(segment), "tasks": .integer(score.tasks),
            "tasks_without_verdict": .integer(score.tasksWithoutVerdict),
            "samples": .integer(score.samples), "passed": .integer(score.passed),
            "infrastructure": .integer(score.infrastructureErrors),
            "pass_at": json(score.passAtK), "pass_hat": json(score.passHatK),
            "cases_passed": json(score.casesPassed),
            "edit_distance_median": .optional(score.medianEditDistance),
            "edit_distance_normalized": .optional(score.meanNormalisedEditDistance),
            "cyclomatic_complexity": .optional(score.meanCyclomaticComplexity),
            "nesting_depth": .optional(score.meanNestingDepth),
        ])
    }

    private static func json(_ estimates: [GroupScore.Estimate]) -> JSONValue {
        .object(
            Dictionary(
                uniqueKeysWithValues: estimates.map { estimate in
                    (String(estimate.k), json(estimate.mean, omitted: estimate.tasksOmitted))
                }
            )
        )
    }

    private static func json(_ mean: TaskMean?, omitted: Int = 0) -> JSONValue {
        guard let mean else { return .null }
        return .object([
            "value": .number(mean.value), "tasks": .integer(mean.tasks), "tasks_omitted": .integer(omitted),
            "ci": .object([
                "low": .number(mean.interval.low), "high": .number(mean.interval.high),
                "level": .number(mean.interval.level), "method": .text(mean.interval.method.rawValue),
            ]),
        ])
    }
}

extension ScoredSample {
    /// Takes from a stored sample what scoring needs; nil while it has no result.
    fileprivate init?(_ row: SampleRow) {
        guard let result = row.result else { return nil }
        self.init(
            taskID: row.taskID,
            category: row.category,
            difficulty: row.difficulty,
            language: row.language,
            outcome: result.verdict.outcome,
            casesPassed: result.verdict.casesPassed,
            casesTotal: result.verdict.casesTotal,
            editDistance: result.editDistance.map { EditDistance(raw: $0.raw, normalised: $0.normalized) },
            codeMetrics: result.verdict.codeMetrics
        )
    }
}
