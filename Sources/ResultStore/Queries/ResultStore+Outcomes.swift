import GRDB
package import HarnessCore

extension ResultStore {
    /// How the samples of each task of a run ended, in the suite's order of tasks, then by language and outcome.
    ///
    /// The raw material of comparisons: counts by failure mode, and moments of what is measured per sample.
    package func outcomeCounts(run: String) throws(HarnessError) -> [OutcomeCount] {
        try read { db in
            let runKey = try RunKey(of: run, in: db)
            // Indexes: task (suiteID, position), sample (runID, taskID, language, sampleIndex),
            // result (sampleID, attempt).
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT
                        task.name, task.category, task.difficulty, sample.language,
                        coalesce(result.outcome, 'missing'), result.mode, count(*),
                        total(\(Self.caseShare)), total(\(Self.caseShare) * \(Self.caseShare)),
                        count(result.editDistanceNormalized), total(result.editDistanceNormalized),
                        total(result.editDistanceNormalized * result.editDistanceNormalized)
                    FROM run
                    CROSS JOIN task ON task.suiteID = run.suiteID
                    CROSS JOIN sample ON sample.runID = run.id AND sample.taskID = task.id
                    \(Self.currentResultJoin)
                    WHERE run.id = ?
                    GROUP BY task.position, sample.language, result.outcome, result.mode
                    ORDER BY task.position, sample.language, result.outcome, result.mode
                    """,
                arguments: [runKey.id]
            )
            var counts: [OutcomeCount] = []
            while let row = try rows.next() {
                var columns = ColumnReader(row)
                counts.append(
                    OutcomeCount(
                        taskID: columns.next(),
                        category: try columns.optionalWord(),
                        difficulty: try columns.optionalWord(),
                        language: try columns.word(),
                        outcome: try columns.word(),
                        mode: try columns.optionalWord(),
                        samples: columns.next(),
                        caseShares: columns.next(),
                        squaredCaseShares: columns.next(),
                        editSamples: columns.next(),
                        editDistances: columns.next(),
                        squaredEditDistances: columns.next()
                    )
                )
            }
            return counts
        }
    }

    /// The share of cases a sample passes; a sample without cases counts as its outcome.
    private static let caseShare = """
        (CASE WHEN result.casesTotal > 0 THEN 1.0 * result.casesPassed / result.casesTotal
        ELSE 1.0 * (result.outcome = 'passed') END)
        """
}
