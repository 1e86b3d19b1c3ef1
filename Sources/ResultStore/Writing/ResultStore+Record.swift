import GRDB
package import HarnessCore

extension ResultStore {
    /// Stores results in one transaction; all of them or none.
    ///
    /// Results are only ever added. A sample that has a verdict keeps it: a second one is left out. After an
    /// infrastructure error another result may follow, as the sample's next attempt.
    ///
    /// - Returns: How many results were added.
    /// - Throws: `.writeFailed` on a full disk, `.unavailable` where another process holds the write lock for
    ///   too long; nothing of the batch is stored then.
    @discardableResult
    package func record(_ results: [SampleResult], run: String) throws(HarnessError) -> Int {
        let time = now()
        return try write { db in try Self.insert(results, run: run, time: time, into: db) }
    }

    /// Like `record`, without blocking the calling task's thread.
    @discardableResult
    func recordInBackground(_ results: [SampleResult], run: String) async throws(HarnessError) -> Int {
        let time = now()
        return try await writeInBackground { db in try Self.insert(results, run: run, time: time, into: db) }
    }

    private static func insert(
        _ results: [SampleResult],
        run: String,
        time: String,
        into db: Database
    ) throws -> Int {
        let runKey = try RunKey(of: run, in: db)
        // Indexes: task (suiteID, name), sample (runID, taskID, language, sampleIndex), result (sampleID, attempt).
        let find = try db.makeStatement(
            sql: """
                SELECT
                    sample.id,
                    (SELECT count(*) FROM result WHERE sampleID = sample.id),
                    EXISTS (
                        SELECT 1 FROM result
                        WHERE sampleID = sample.id AND outcome <> 'infrastructure-error'
                    )
                FROM task JOIN sample ON sample.taskID = task.id
                WHERE task.suiteID = ? AND task.name = ? AND sample.runID = ?
                    AND sample.language = ? AND sample.sampleIndex = ?
                """
        )
        let insert = try db.makeStatement(sql: insertResult)
        var added = 0
        for result in results {
            let key = result.key
            let found = try Row.fetchOne(
                find,
                arguments: [runKey.suiteID, key.taskID, runKey.id, key.language.rawValue, key.index]
            )
            guard let found else {
                throw HarnessError(
                    .internalFault,
                    "the run \(run) has no sample \(key.index) of task \(key.taskID.debugDescription) "
                        + "in \(key.language.rawValue.debugDescription)"
                )
            }
            let hasVerdict: Bool = found[2]
            if !hasVerdict {
                try insert.execute(arguments: arguments(for: result, sampleID: found[0], attempt: found[1]))
                added += 1
            }
        }
        try insertVerdicts(
            results.lazy.compactMap { result in result.cacheKey.map { ($0, result.verdict) } },
            time: time,
            into: db
        )
        return added
    }

    private static let insertResult = """
        INSERT INTO result (
            sampleID, attempt, outcome, family, mode, rule, message, line, caseIndex, expected, actual,
            casesPassed, casesTotal, trust, isolation, cpuMicroseconds, wallMicroseconds, peakMemoryBytes,
            cyclomaticComplexity, nestingDepth, codeLines, editDistance, editDistanceNormalized, isCached,
            executions
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    private static func arguments(
        for result: SampleResult,
        sampleID: Int64,
        attempt: Int
    ) -> StatementArguments {
        let verdict = result.verdict
        let evidence = verdict.evidence
        let mode: FailureMode? = if case .failed(let mode) = verdict.outcome { mode } else { nil }
        return [
            sampleID, attempt, SampleFilter.Outcome(verdict.outcome).rawValue, mode?.family.rawValue,
            mode?.rawValue, verdict.rule, evidence.message.withoutNUL, evidence.line, evidence.caseIndex,
            evidence.expected?.withoutNUL, evidence.actual?.withoutNUL, verdict.casesPassed,
            verdict.casesTotal, verdict.trust.rawValue, verdict.isolation.rawValue,
            verdict.usage.cpuMicroseconds, verdict.usage.wallMicroseconds, verdict.usage.peakMemoryBytes,
            verdict.codeMetrics?.cyclomaticComplexity, verdict.codeMetrics?.nestingDepth,
            verdict.codeMetrics?.codeLines, result.editDistance?.raw, result.editDistance?.normalized,
            result.isCached, result.executions,
        ]
    }
}

extension SampleFilter.Outcome {
    fileprivate init(_ outcome: Verdict.Outcome) {
        switch outcome {
        case .passed: self = .passed
        case .failed: self = .failed
        case .infrastructureError: self = .infrastructureError
        }
    }
}
