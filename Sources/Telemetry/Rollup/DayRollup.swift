import GRDB

/// One day's rows of the rollups, computed from the events around it.
struct DayRollup {
    let day: Int64
    /// The months that hold its events and those that tell of them; their files are attached.
    let months: [Int]

    private static let keys = CatalogueSchema.dimensions.joined(separator: ", ")
    private static let bucket = DatabaseFunction("latency_bucket", argumentCount: 1, pure: true) { values in
        guard let milliseconds = Double.fromDatabaseValue(values[0]) else { return nil }
        return LatencySketch.bucket(milliseconds)
    }

    /// Replaces the day's rows; inside a transaction.
    func compute(_ db: Database) throws {
        db.add(function: Self.bucket)
        try db.execute(
            sql: "DELETE FROM daily WHERE day = \(day); DELETE FROM latency_daily WHERE day = \(day)"
        )
        guard !months.isEmpty else { return }
        for sql in [
            window, shown, outcomes, looks, checks, suggestionRows, requestRows, errorRows, sessionRows,
            typedRows,
        ] {
            try db.execute(sql: sql)
        }
        try db.execute(sql: daily)
        try db.execute(sql: latency)
        try db.execute(sql: Self.tables.map { "DROP TABLE temp.\($0);" }.joined(separator: " "))
    }

    private static let tables = ["near", "shown", "fate", "look", "passed_check", "part"]

    private var start: Int64 { day * EventTime.millisecondsPerDay }
    private var end: Int64 { start + EventTime.millisecondsPerDay }

    /// The events that matter to this day, with the columns that the rest needs.
    private var window: String {
        let columns = """
            time, kind, suggestion, session, \(Self.keys), outcome, latency_ms, input_tokens, output_tokens, cost_usd,
            n_chars, chars_accepted, chars_retained, chars_typed, edit_distance, after_s, ok, failed, passed
            """
        let parts = months.map { month in
            """
            SELECT \(columns) FROM \(MonthSchema.alias(month)).event
            WHERE time >= \(start - Rollup.hindsight) AND time < \(end + Rollup.reach)
            """
        }
        return "CREATE TEMP TABLE near AS \(parts.joined(separator: " UNION ALL "))"
    }

    /// Suggestions first shown on this day.
    ///
    /// SQLite takes the other columns from the row of the minimum.
    private var shown: String {
        """
        CREATE TEMP TABLE shown AS
        SELECT suggestion, min(time) AS at, session, \(Self.keys), latency_ms, n_chars, input_tokens, output_tokens,
          cost_usd
        FROM temp.near WHERE kind = \(EventKind.suggestionShown.rawValue) AND time >= \(start) AND time < \(end)
          AND suggestion NOT IN (
            SELECT suggestion FROM temp.near
            WHERE kind = \(EventKind.suggestionShown.rawValue) AND time < \(start)
          )
        GROUP BY suggestion
        """
    }

    /// What became of each: the first acceptance within the window, else the first rejection.
    private var outcomes: String {
        """
        CREATE TEMP TABLE fate AS
        SELECT n.suggestion, n.kind, min(n.time) AS at, t.text AS outcome, n.chars_accepted AS chars
        FROM temp.near n JOIN temp.shown s ON s.suggestion = n.suggestion LEFT JOIN term t ON t.id = n.outcome
        WHERE n.kind IN (\(EventKind.suggestionAccepted.rawValue), \(EventKind.suggestionRejected.rawValue))
          AND n.time >= s.at AND n.time <= s.at + \(Rollup.acceptanceWindow)
        GROUP BY n.suggestion, n.kind
        """
    }

    /// The latest look at what was accepted.
    private var looks: String {
        """
        CREATE TEMP TABLE look AS
        SELECT n.suggestion, max(n.after_s) AS after_s, n.chars_retained AS chars, n.edit_distance AS distance
        FROM temp.near n JOIN temp.fate a ON a.suggestion = n.suggestion
        WHERE a.kind = \(EventKind.suggestionAccepted.rawValue) AND n.kind = \(EventKind.suggestionEdited.rawValue)
          AND n.time <= a.at + \(Rollup.acceptanceWindow)
        GROUP BY n.suggestion
        """
    }

    /// The first build and the first test run in the session after each acceptance.
    private var checks: String {
        """
        CREATE INDEX temp.near_session ON near (session, time)
          WHERE kind IN (\(EventKind.buildFinished.rawValue), \(EventKind.testFinished.rawValue));
        CREATE TEMP TABLE passed_check AS
        SELECT a.suggestion, n.kind, min(n.time) AS at,
          CASE n.kind WHEN \(EventKind.buildFinished.rawValue) THEN n.ok ELSE n.failed = 0 END AS ok
        FROM temp.fate a JOIN temp.shown s ON s.suggestion = a.suggestion JOIN temp.near n ON n.session = s.session
        WHERE a.kind = \(EventKind.suggestionAccepted.rawValue)
          AND n.kind IN (\(EventKind.buildFinished.rawValue), \(EventKind.testFinished.rawValue))
          AND n.time > a.at AND n.time <= a.at + \(Rollup.checkWindow)
        GROUP BY a.suggestion, n.kind
        """
    }

    /// The measures that a part of the computation fills; the others are 0 in its rows.
    private func part(_ values: KeyValuePairs<RollupMeasure, String>, from source: String) -> String {
        let filled = Dictionary(uniqueKeysWithValues: values.map { ($0.key, $0.value) })
        let columns = RollupMeasure.allCases.map { "\(filled[$0] ?? "0") AS \($0.column)" }
        return "SELECT \(Self.keys), \(columns.joined(separator: ", ")) FROM \(source)"
    }

    private var suggestionRows: String {
        let accepted = "a.suggestion IS NOT NULL"
        let looked = "(\(accepted) AND l.chars IS NOT NULL AND a.chars > 0)"
        func check(_ alias: String) -> String { "\(alias).ok IS NOT NULL" }
        let rows = part(
            [
                .shown: "1",
                .accepted: accepted,
                .acceptedPartly: "\(accepted) AND a.outcome IS 'partial'",
                .rejected:
                    "a.suggestion IS NULL AND r.outcome IS NOT NULL AND r.outcome IN ('explicit', 'dismissed')",
                .ignored:
                    "a.suggestion IS NULL AND r.outcome IS NOT NULL AND r.outcome IN ('superseded', 'ignored')",
                .charactersShown: "coalesce(n_chars, 0)",
                .charactersAccepted: "coalesce(a.chars, CASE WHEN \(accepted) THEN n_chars END, 0)",
                .looked: looked,
                .retained: "\(looked) AND l.chars >= \(Rollup.retainedShare) * a.chars",
                .charactersRetained: "CASE WHEN \(looked) THEN l.chars ELSE 0 END",
                .editDistance: "CASE WHEN \(looked) THEN coalesce(l.distance, 0) ELSE 0 END",
                .editShare: "CASE WHEN \(looked) THEN coalesce(l.distance, 0) / a.chars ELSE 0 END",
                .built: check("b"), .builtOK: "\(check("b")) AND b.ok = 1",
                .tested: check("v"), .testedOK: "\(check("v")) AND v.ok = 1",
                .latencySum: "latency_ms", .latencySquares: "latency_ms * latency_ms",
                .over200: "latency_ms > 200", .over500: "latency_ms > 500",
                .inputTokens: "coalesce(input_tokens, 0)", .outputTokens: "coalesce(output_tokens, 0)",
                .cost: "coalesce(cost_usd, 0)",
            ],
            from: """
                temp.shown s
                LEFT JOIN temp.fate a
                  ON a.suggestion = s.suggestion AND a.kind = \(EventKind.suggestionAccepted.rawValue)
                LEFT JOIN temp.fate r
                  ON r.suggestion = s.suggestion AND r.kind = \(EventKind.suggestionRejected.rawValue)
                LEFT JOIN temp.look l ON l.suggestion = s.suggestion
                LEFT JOIN temp.passed_check b
                  ON b.suggestion = s.suggestion AND b.kind = \(EventKind.buildFinished.rawValue)
                LEFT JOIN temp.passed_check v
                  ON v.suggestion = s.suggestion AND v.kind = \(EventKind.testFinished.rawValue)
                """
        )
        return "CREATE TEMP TABLE part AS \(rows)"
    }

    private var requestRows: String {
        let source =
            "temp.near WHERE kind = \(EventKind.suggestionRequested.rawValue) AND time >= \(start) AND time < \(end)"
        return "INSERT INTO temp.part " + part([.requested: "1"], from: source)
    }

    private var errorRows: String {
        let source =
            "temp.near WHERE kind = \(EventKind.error.rawValue) AND time >= \(start) AND time < \(end)"
        return "INSERT INTO temp.part " + part([.errors: "1"], from: source)
    }

    private var typedRows: String {
        let source =
            "temp.near WHERE kind = \(EventKind.sessionEnded.rawValue) AND time >= \(start) AND time < \(end)"
        return "INSERT INTO temp.part " + part([.charactersTyped: "coalesce(chars_typed, 0)"], from: source)
    }

    /// Sessions belong to the day of their first event; what they are split by comes from their first suggestion.
    private var sessionRows: String {
        let shown = EventKind.suggestionShown.rawValue
        let test = EventKind.testFinished.rawValue
        // First by kind, then by time: the first suggestion shown where there is one, else the first event.
        let first = "min((kind <> \(shown)) * 8000000000000000 + time)"
        return "INSERT INTO temp.part "
            + part(
                [
                    .sessions: "1", .sessionsWithSuggestion: "has_shown",
                    .sessionsWithPass: "has_shown AND has_pass",
                ],
                from: """
                    (SELECT session, \(first) AS first, \(Self.keys) FROM temp.near WHERE session <> 0
                     GROUP BY session)
                    JOIN
                    (SELECT session AS id, min(time) AS began, max(kind = \(shown)) AS has_shown,
                      max(kind = \(test) AND failed = 0 AND passed > 0) AS has_pass
                     FROM temp.near WHERE session <> 0 GROUP BY session)
                    ON id = session
                    WHERE began >= \(start) AND began < \(end)
                    """
            )
    }

    private var daily: String {
        let sums = RollupMeasure.allCases.map { measure in
            // A sum of conditions is an integer already; characters may be real numbers without a fraction.
            measure.type == "INTEGER" ? "CAST(sum(\(measure.column)) AS INTEGER)" : "total(\(measure.column))"
        }
        return """
            INSERT INTO daily
            SELECT \(day), \(Self.keys), \(sums.joined(separator: ", ")) FROM temp.part GROUP BY \(Self.keys)
            """
    }

    private var latency: String {
        """
        INSERT INTO latency_daily
        SELECT \(day), \(Self.keys), latency_bucket(latency_ms) AS bucket, count(*)
        FROM temp.shown GROUP BY \(Self.keys), bucket
        """
    }
}
