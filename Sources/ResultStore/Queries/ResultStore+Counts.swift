import GRDB
package import HarnessCore

extension ResultStore {
    /// How each task of a run fared in each language, in the suite's order of tasks.
    package func taskCounts(run: String) throws(HarnessError) -> [TaskCount] {
        try read { db in
            let runKey = try RunKey(of: run, in: db)
            // Indexes: task (suiteID, position), sample (runID, taskID, language, sampleIndex),
            // result (sampleID, attempt). Infrastructure errors carry no measure of the model.
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT
                        task.name, task.category, task.difficulty, sample.language,
                        count(*),
                        count(*) FILTER (WHERE result.outcome = 'passed'),
                        count(*) FILTER (WHERE result.outcome = 'failed'),
                        count(*) FILTER (WHERE result.outcome = 'infrastructure-error'),
                        count(*) FILTER (WHERE result.outcome IS NULL),
                        avg(
                            CASE WHEN result.casesTotal > 0
                            THEN 1.0 * result.casesPassed / result.casesTotal
                            ELSE result.outcome = 'passed' END
                        ) FILTER (WHERE \(Self.isJudged)),
                        avg(result.editDistance) FILTER (WHERE \(Self.isJudged)),
                        avg(result.editDistanceNormalized) FILTER (WHERE \(Self.isJudged)),
                        avg(result.cyclomaticComplexity) FILTER (WHERE \(Self.isJudged)),
                        avg(result.nestingDepth) FILTER (WHERE \(Self.isJudged))
                    FROM run
                    CROSS JOIN task ON task.suiteID = run.suiteID
                    CROSS JOIN sample ON sample.runID = run.id AND sample.taskID = task.id
                    \(Self.currentResultJoin)
                    WHERE run.id = ?
                    GROUP BY task.position, sample.language
                    ORDER BY task.position, sample.language
                    """,
                arguments: [runKey.id]
            )
            var counts: [TaskCount] = []
            while let row = try rows.next() {
                var columns = ColumnReader(row)
                counts.append(
                    TaskCount(
                        taskID: columns.next(),
                        category: try columns.optionalWord(),
                        difficulty: try columns.optionalWord(),
                        language: try columns.word(),
                        samples: columns.next(),
                        passed: columns.next(),
                        failed: columns.next(),
                        infrastructureErrors: columns.next(),
                        missing: columns.next(),
                        fractionOfCases: columns.optional(),
                        meanEditDistance: columns.optional(),
                        meanNormalizedEditDistance: columns.optional(),
                        meanCyclomaticComplexity: columns.optional(),
                        meanNestingDepth: columns.optional()
                    )
                )
            }
            return counts
        }
    }

    /// How often each failure mode decided in a run; most frequent first, then by name.
    package func failureCounts(run: String) throws(HarnessError) -> [FailureCount] {
        try read { db in
            let runKey = try RunKey(of: run, in: db)
            // Indexes: sample (runID, …), resultVerdict.
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT result.mode, count(*), count(DISTINCT sample.taskID)
                    FROM sample JOIN result ON result.sampleID = sample.id
                    WHERE sample.runID = ? AND result.outcome = 'failed'
                        AND result.outcome <> 'infrastructure-error'
                    GROUP BY result.mode
                    ORDER BY count(*) DESC, result.mode
                    """,
                arguments: [runKey.id]
            )
            var counts: [FailureCount] = []
            while let row = try rows.next() {
                var columns = ColumnReader(row)
                counts.append(
                    FailureCount(mode: try columns.word(), samples: columns.next(), tasks: columns.next())
                )
            }
            return counts
        }
    }

    private static let isJudged = "result.outcome IN ('passed', 'failed')"
}
