import GRDB
import HarnessCore

/// The rows a run's public id stands for.
struct RunKey {
    var id: Int64
    var suiteID: Int64

    /// Looks the run up by its unique name.
    init(of run: String, in db: Database) throws {
        let row = try Row.fetchOne(db, sql: "SELECT id, suiteID FROM run WHERE name = ?", arguments: [run])
        guard let row else {
            throw HarnessError(
                .noInput,
                "there is no run \(run.debugDescription)",
                remedy: "`evalharness runs list` shows all runs"
            )
        }
        id = row[0]
        suiteID = row[1]
    }
}
