import GRDB
package import HarnessCore

extension ResultStore {
    /// What a task's programs cost in the newest runs of a suite: the mean CPU time in microseconds, by task id.
    ///
    /// Only a guess for the order of work: runs of other versions of the suite count as well.
    package func taskCosts(suite name: String) throws(HarnessError) -> [String: Int] {
        try read { db in
            // Indexes: sampleByRun, task (id), resultVerdict.
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT task.name, CAST(avg(result.cpuMicroseconds) AS INTEGER)
                    FROM (
                        SELECT run.id FROM run JOIN suite ON suite.id = run.suiteID
                        WHERE suite.name = ? ORDER BY run.id DESC LIMIT 3
                    ) AS recent
                    CROSS JOIN sample ON sample.runID = recent.id
                    CROSS JOIN task ON task.id = sample.taskID
                    CROSS JOIN result
                        ON result.sampleID = sample.id AND result.outcome <> 'infrastructure-error'
                    GROUP BY task.name
                    """,
                arguments: [name]
            )
            var costs: [String: Int] = [:]
            while let row = try rows.next() {
                var columns = ColumnReader(row)
                let task: String = columns.next()
                costs[task] = columns.next()
            }
            return costs
        }
    }
}
