import GRDB
package import HarnessCore

/// Brings the rollups up to date with the events: every stale day and task is computed anew from its events.
///
/// Nothing is added to an old sum, so that a rollup is always what a computation from all events would give.
package struct Rollup {
    /// An acceptance counts when it comes within this time after the suggestion was shown, milliseconds.
    package static let acceptanceWindow: Int64 = 24 * 3_600_000
    /// Builds and test runs count when they come within this time after the acceptance, milliseconds.
    package static let checkWindow: Int64 = 30 * 60_000
    /// How far back an event reaches: it may tell of a suggestion shown so long before.
    static let reach = acceptanceWindow + checkWindow
    /// How far ahead an event reaches: a suggestion or session that was seen before is no new one.
    static let hindsight = acceptanceWindow
    /// The share of an accepted suggestion's characters that must be left to call it retained.
    package static let retainedShare = 0.8

    private let store: TelemetryStore

    package init(store: TelemetryStore) { self.store = store }

    /// What was computed anew.
    package struct Outcome: Sendable, Hashable {
        package var days = 0
        package var tasks = 0
    }

    /// Computes everything that is stale; each day is one transaction.
    package func refresh() throws(HarnessError) -> Outcome {
        try store.work { db in
            var outcome = Outcome()
            let known = try store.months(db)
            for day in try Int64.fetchAll(db, sql: "SELECT day FROM dirty_day ORDER BY day") {
                let months = Set([day - 1, day, day + 1, day + 2].map(EventTime.month)).intersection(known)
                try store.attach(months, creating: false, db)
                try db.inTransaction(.immediate) {
                    try DayRollup(day: day, months: months.sorted()).compute(db)
                    try db.execute(sql: "DELETE FROM dirty_day WHERE day = ?", arguments: [day])
                    return .commit
                }
                outcome.days += 1
            }
            outcome.tasks = try TaskRollup(store: store).refresh(db)
            return outcome
        }
    }

    /// Whether something is stale.
    package func isStale() throws(HarnessError) -> Bool {
        try store.work { db in
            try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT 1 FROM dirty_day) OR EXISTS (SELECT 1 FROM dirty_task)"
            ) ?? false
        }
    }
}
