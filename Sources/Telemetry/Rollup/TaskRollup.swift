import GRDB

/// One row per task: how long it took from its first shown suggestion to its first passing test.
///
/// A task that was abandoned, or that no event ended, is censored at its last event.
struct TaskRollup {
    let store: TelemetryStore

    /// Computes stale tasks anew and returns their number.
    ///
    /// A task's events lie in the months around its own; tasks of more than nine months are cut at the ninth.
    func refresh(_ db: Database) throws -> Int {
        let stale = try Int.fetchOne(db, sql: "SELECT count(*) FROM dirty_task") ?? 0
        guard stale > 0 else { return 0 }
        let months = try store.months(db).suffix(TelemetryStore.maximumAttached)
        try store.attach(Array(months), creating: false, db)
        try db.inTransaction(.immediate) {
            try db.execute(sql: statement(Array(months)))
            try db.execute(sql: "DELETE FROM dirty_task")
            return .commit
        }
        return stale
    }

    private func statement(_ months: [Int]) -> String {
        let keys = CatalogueSchema.dimensions.joined(separator: ", ")
        let parts = months.map { month in
            """
            SELECT task, time, kind, failed, passed, \(keys) FROM \(MonthSchema.alias(month)).event
            WHERE task IN (SELECT task FROM dirty_task) AND task <> 0
            """
        }
        let shown = EventKind.suggestionShown.rawValue
        let pass = "(kind = \(EventKind.testFinished.rawValue) AND failed = 0 AND passed > 0)"
        return """
            CREATE TEMP TABLE of_task AS \(parts.joined(separator: " UNION ALL "));
            DELETE FROM task_time WHERE task IN (SELECT task FROM dirty_task);
            INSERT INTO task_time
            SELECT first.task, first.started / \(EventTime.millisecondsPerDay), \(keys), first.started,
              coalesce(min(CASE WHEN \(pass) THEN time END), max(time)),
              max(\(pass))
            FROM (SELECT task, min(time) AS started, \(keys) FROM temp.of_task WHERE kind = \(shown) GROUP BY task)
              AS first
            JOIN (SELECT task, time, kind, failed, passed FROM temp.of_task) AS later
              ON later.task = first.task AND later.time >= first.started
            GROUP BY first.task;
            DROP TABLE temp.of_task;
            """
    }
}
