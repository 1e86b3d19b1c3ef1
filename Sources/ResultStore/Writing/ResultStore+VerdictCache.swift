import GRDB
package import HarnessCore

extension ResultStore {
    /// Finds the cached verdicts under these keys.
    ///
    /// A row that today's code cannot read, from another version of the tool, counts as absent.
    package func cachedVerdicts(
        forKeys keys: some Sequence<ContentHash>
    ) throws(HarnessError) -> [ContentHash: Verdict] {
        try read { db in
            // Index: verdictCache's primary key.
            let statement = try db.makeStatement(sql: "SELECT verdict FROM verdictCache WHERE key = ?")
            var found: [ContentHash: Verdict] = [:]
            for key in keys where found[key] == nil {
                guard let text = try String.fetchOne(statement, arguments: [key.hexadecimal]) else {
                    continue
                }
                // A miss only costs an execution, so an unreadable row must not stop the run.
                found[key] = try? StoredJSON.decode(Verdict.self, from: text)
            }
            return found
        }
    }

    /// Stores verdicts under their keys and replaces what was there.
    ///
    /// Only for verdicts that the program alone decides. `SampleResult.cacheKey` does this together with the
    /// result.
    package func storeVerdicts(_ verdicts: [ContentHash: Verdict]) throws(HarnessError) {
        let time = now()
        try write { db in
            try Self.insertVerdicts(verdicts.map { ($0.key, $0.value) }, time: time, into: db)
        }
    }

    static func insertVerdicts(
        _ verdicts: some Sequence<(ContentHash, Verdict)>,
        time: String,
        into db: Database
    ) throws {
        let statement = try db.makeStatement(
            sql: """
                INSERT INTO verdictCache (key, verdict, created) VALUES (?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET verdict = excluded.verdict, created = excluded.created
                """
        )
        for (key, verdict) in verdicts {
            try statement.execute(arguments: [key.hexadecimal, try StoredJSON.encode(verdict), time])
        }
    }
}
