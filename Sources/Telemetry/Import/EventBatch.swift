/// Checked events in columns, in the order of their lines, and what was rejected among them.
struct EventBatch: Sendable {
    /// SHA-256 of source and id, cut to 128 bits, two words an event: the identity that makes imports idempotent.
    var keys: [UInt64] = []
    /// Milliseconds since 1970, UTC.
    var times: [Int64] = []
    var kinds: [UInt8] = []
    /// A 64-bit digest of the suggestion's id; 0 where the event is about none.
    var suggestions: [UInt64] = []
    /// One number of the reader's word table an event and word; -1 where the field is absent.
    var words: [Int32] = []
    /// One number an event and field; NaN where the field is absent.
    var numbers: [Double] = []
    var rejects: [RejectedLine] = []
    /// Words the reader's table got while it read this batch: their numbers go on from those before.
    var newWords: [(field: UInt8, text: String)] = []
    /// Lines read, blank ones not counted.
    var lines = 0
    /// The number of the line after the last.
    var nextLine = 1
    /// Fields that the schema does not know.
    var unknownFields = 0

    var count: Int { times.count }
}

/// A line that is no event, kept with the reason.
package struct RejectedLine: Sendable, Hashable {
    package var line: Int
    package var rule: RejectionRule
    package var message: String
    /// The line, cut where it is long.
    package var text: [UInt8]

    /// The most that is kept of a line, bytes.
    static let keptBytes = 4096
}

/// Why a line is no event.
package enum RejectionRule: String, Sendable, Hashable, CaseIterable {
    case malformed
    case tooLong = "too-long"
    case envelope
    case unknownVersion = "unknown-version"
    case unknownType = "unknown-type"
    case missingField = "missing-field"
    case wrongType = "wrong-type"
    case outOfRange = "out-of-range"
    case futureTime = "future-time"
    case ancientTime = "ancient-time"
}
