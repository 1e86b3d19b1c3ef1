import GRDB
package import HarnessCore

extension ResultStore {
    /// Marks the end of a run, as `.complete` or `.interrupted`, at a time in ISO 8601.
    package func finish(
        run: String,
        status: RunRecord.Status,
        at time: String
    ) throws(HarnessError) {
        try setStatus(status, finished: status == .running ? nil : time, run: run)
    }

    /// Marks a run as running again, before it is resumed.
    package func reopen(run: String) throws(HarnessError) {
        try setStatus(.running, finished: nil, run: run)
    }

    private func setStatus(
        _ status: RunRecord.Status,
        finished: String?,
        run: String
    ) throws(HarnessError) {
        try write { db in
            let runKey = try RunKey(of: run, in: db)
            try db.execute(
                sql: "UPDATE run SET status = ?, finished = ? WHERE id = ?",
                arguments: [status.rawValue, finished, runKey.id]
            )
        }
    }
}
