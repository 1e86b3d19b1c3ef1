import GRDB
import HarnessCore

extension HarnessError {
    /// Tells a fault of the database so that the user can act on it.
    init(_ error: any Error, at path: String) {
        if let known = error as? HarnessError {
            self = known
            return
        }
        guard let fault = error as? DatabaseError else {
            self.init(.internalFault, "\(error)", at: path)
            return
        }
        switch fault.resultCode.primaryResultCode {
        case .SQLITE_FULL:
            self.init(
                .writeFailed,
                "cannot write the results: the disk is full",
                at: path,
                remedy: "what was saved before stays; make room, then continue with `evalharness resume`"
            )
        case .SQLITE_IOERR:
            self.init(
                .writeFailed,
                "cannot read or write the results: \(fault.message ?? "input/output error")",
                at: path,
                remedy: "what was saved before stays; check the disk and its free space, "
                    + "then continue with `evalharness resume`"
            )
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            self.init(
                .writeFailed,
                "cannot open the results for writing: \(fault.message ?? "not permitted")",
                at: path,
                remedy: "make the folder writable, or choose another one for the results"
            )
        case .SQLITE_NOTADB:
            self.init(
                .badData,
                "is not a SQLite database",
                at: path,
                remedy: "move the file away or choose another one for the results"
            )
        case .SQLITE_CORRUPT:
            self.init(
                .badData,
                "the database is damaged: \(fault.message ?? "malformed")",
                at: path,
                remedy: "keep a copy; `sqlite3 FILE .recover` can save what is readable"
            )
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .unavailable,
                "another process has been writing to the results for more than 5 seconds",
                at: path,
                remedy: "wait for it to end, then try again"
            )
        default:
            self.init(.internalFault, "the results database refused a statement: \(fault)", at: path)
        }
    }
}
