import GRDB
package import HarnessCore

extension ResultStore {
    /// Finds the run that a reference of the command line means.
    ///
    /// `latest`; an id or the unique start of one, with or without `r-`; `@model` for the newest complete run
    /// of a model.
    ///
    /// - Throws: `.noInput` where there is no such run, `.usage` where several begin like this.
    package func run(reference: String) throws(HarnessError) -> RunRecord {
        try read { db in
            if reference == "latest" {
                // Index: run's primary key, from its end.
                let newest = try Self.fetchRuns(db, suffix: "ORDER BY run.id DESC LIMIT 1")
                return try Self.first(
                    newest,
                    or: "there are no runs yet",
                    remedy: "`evalharness run` makes one"
                )
            }
            if reference.hasPrefix("@") {
                let model = String(reference.dropFirst())
                // Index: runByModel.
                let newest = try Self.fetchRuns(
                    db,
                    suffix: "WHERE run.model = ? AND run.status = 'complete' ORDER BY run.id DESC LIMIT 1",
                    arguments: [model]
                )
                return try Self.first(
                    newest,
                    or: "there is no complete run of model \(model.debugDescription)",
                    remedy: "`evalharness runs list` shows all runs"
                )
            }
            return try Self.run(startingWith: reference, in: db)
        }
    }

    /// Lists the newest runs with their counts, newest first: at most `limit`, or all where it is nil.
    package func runs(limit: Int? = nil) throws(HarnessError) -> [RunOverview] {
        try read { db in
            // Index: run's primary key, from its end.
            try Self.fetchRuns(db, suffix: "ORDER BY run.id DESC LIMIT ?", arguments: [limit ?? -1]).map {
                run in
                RunOverview(run: run, counts: try Self.counts(ofRun: RunKey(of: run.id, in: db).id, in: db))
            }
        }
    }

    /// The newest run of the same model that began after this one, whatever its status; nil where it is the newest.
    package func newerRun(than run: RunRecord) throws(HarnessError) -> RunRecord? {
        try read { db in
            // Index: runByModel.
            let newest = try Self.fetchRuns(
                db,
                suffix: """
                    WHERE run.model = ? AND run.id > (SELECT id FROM run WHERE name = ?)
                    ORDER BY run.id DESC LIMIT 1
                    """,
                arguments: [run.model, run.id]
            )
            return newest.first
        }
    }

    /// How many tasks the suite of a run holds, with samples in the run or without.
    package func suiteTaskCount(run: String) throws(HarnessError) -> Int {
        try read { db in
            let runKey = try RunKey(of: run, in: db)
            // Index: task (suiteID, position).
            return try Int.fetchOne(
                db,
                sql: "SELECT count(*) FROM task WHERE suiteID = ?",
                arguments: [runKey.suiteID]
            ) ?? 0
        }
    }

    /// How far a run has come.
    package func counts(run: String) throws(HarnessError) -> RunCounts {
        try read { db in try Self.counts(ofRun: RunKey(of: run, in: db).id, in: db) }
    }

    /// Whether a run has this id already.
    package func hasRun(id: String) throws(HarnessError) -> Bool {
        try read { db in
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE name = ?)", arguments: [id])
                ?? false
        }
    }

    private static func run(startingWith reference: String, in db: Database) throws -> RunRecord {
        let listed = 10
        var matches: [RunRecord] = []
        for prefix in [reference, "r-" + reference] where matches.isEmpty && !reference.isEmpty {
            // Index: run (name). The bound is above every name that continues the prefix.
            matches = try fetchRuns(
                db,
                suffix: """
                    WHERE run.name >= ? AND run.name < ?
                    ORDER BY run.name = ? DESC, run.id DESC LIMIT \(listed + 1)
                    """,
                arguments: [prefix, prefix + "\u{10FFFF}", prefix]
            )
            if matches.first?.id == prefix { return matches[0] }
        }
        guard matches.count > 1 else {
            return try first(
                matches,
                or: "there is no run \(reference.debugDescription)",
                remedy: "`evalharness runs list` shows all runs"
            )
        }
        let lines = matches.prefix(listed).map { "\($0.id)  \($0.model.debugDescription)  \($0.created)" }
        throw HarnessError(
            .usage,
            "several runs begin with \(reference.debugDescription)",
            remedy: "give more of the id:\n    " + lines.joined(separator: "\n    ")
                + (matches.count > listed ? "\n    …" : "")
        )
    }

    private static func first(_ runs: [RunRecord], or message: String, remedy: String) throws -> RunRecord {
        guard let run = runs.first else { throw HarnessError(.noInput, message, remedy: remedy) }
        return run
    }

    private static func fetchRuns(
        _ db: Database,
        suffix: String,
        arguments: StatementArguments = []
    ) throws -> [RunRecord] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT
                    run.name, run.model, suite.name, suite.hash, run.status, run.created, run.finished,
                    run.settings, run.toolVersion, run.seed, run.limits, run.isolation, run.runnerDigest,
                    run.toolchain, run.isWarm, run.sampleSource
                FROM run JOIN suite ON suite.id = run.suiteID
                \(suffix)
                """,
            arguments: arguments
        )
        var runs: [RunRecord] = []
        while let row = try rows.next() { runs.append(try decodeRun(row)) }
        return runs
    }

    private static func decodeRun(_ row: Row) throws -> RunRecord {
        var columns = ColumnReader(row)
        return RunRecord(
            id: columns.next(),
            model: columns.next(),
            suiteName: columns.next(),
            suiteHash: try columns.hash(),
            status: try columns.word(),
            created: columns.next(),
            finished: columns.optional(),
            settings: columns.next(),
            toolVersion: columns.next(),
            seed: columns.next(),
            limits: try StoredJSON.decode(ResourceLimits.self, from: columns.next()),
            isolation: try columns.word(),
            runnerDigest: columns.next(),
            toolchain: columns.next(),
            isWarm: columns.next(),
            sampleSource: columns.next()
        )
    }

    private static func counts(ofRun runID: Int64, in db: Database) throws -> RunCounts {
        // Indexes: sample (runID, …), result (sampleID, attempt).
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT
                    count(DISTINCT sample.taskID),
                    count(*),
                    count(*) FILTER (WHERE result.outcome = 'passed'),
                    count(*) FILTER (WHERE result.outcome = 'failed'),
                    count(*) FILTER (WHERE result.outcome = 'infrastructure-error'),
                    count(*) FILTER (WHERE result.outcome IS NULL),
                    count(*) FILTER (WHERE result.isCached)
                FROM sample \(currentResultJoin)
                WHERE sample.runID = ?
                """,
            arguments: [runID]
        )
        guard let row else { throw HarnessError(.internalFault, "a count returned no row") }
        var columns = ColumnReader(row)
        return RunCounts(
            tasks: columns.next(),
            samples: columns.next(),
            passed: columns.next(),
            failed: columns.next(),
            infrastructureErrors: columns.next(),
            missing: columns.next(),
            cached: columns.next()
        )
    }

    /// Joins each sample with its newest result, or with nothing.
    ///
    /// A correlated look-up, not the view `currentResult`: SQLite would build the whole view for every run
    /// in the file before it joins.
    static let currentResultJoin = """
        LEFT JOIN result ON result.id = (
            SELECT id FROM result WHERE sampleID = sample.id ORDER BY attempt DESC LIMIT 1
        )
        """
}
