import CSimdJSON
import Foundation

/// Turns lines of CloudEvents JSON into checked events.
///
/// A reader belongs to one thread. Everything about a line is decided here: what is not in the schema's tables
/// never reaches the store, and a line that breaks a rule is kept with the rule's name.
final class EventReader {
    /// Longer lines are rejected unread, bytes.
    static let maximumLine = 64 << 10
    private static let maximumDepth = 32
    /// How far an event's time may lie ahead of the clock that receives it, milliseconds.
    static let allowedSkew: Int64 = 5 * 60_000
    /// 2020-01-01: no assistant sent events before.
    static let earliest: Int64 = 1_577_836_800_000

    private let reader: OpaquePointer
    private var fields: [simd_json_field]
    private var table = WordTable()
    private let digest = EventDigest()
    /// Milliseconds since 1970: when these lines are received.
    private let received: Int64

    init(received: Int64) {
        self.received = received
        let names = EventField.allCases.map { strdup($0.name) }
        defer { for name in names { free(name) } }
        var pointers = names.map { UnsafePointer($0) }
        guard let reader = simd_json_reader_make(&pointers, pointers.count, Self.maximumDepth) else {
            preconditionFailure("no memory for a reader")
        }
        self.reader = reader
        fields = Array(repeating: simd_json_field(), count: names.count)
    }

    deinit { simd_json_reader_free(reader) }

    /// Reads whole lines, without their ends; `firstLine` is the number of the first.
    func read(_ bytes: UnsafeRawBufferPointer, firstLine: Int) -> EventBatch {
        var batch = EventBatch()
        let wordsBefore = table.words.count
        var line = firstLine
        var start = 0
        while start < bytes.count {
            let end = Self.lineEnd(bytes, from: start)
            readLine(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), line, &batch)
            start = end + 1
            line += 1
        }
        batch.nextLine = line
        batch.newWords = Array(table.words[wordsBefore...])
        return batch
    }

    private static func lineEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else {
            return bytes.count
        }
        return found - UnsafeMutableRawPointer(mutating: base)
    }

    private func readLine(_ text: UnsafeRawBufferPointer, _ line: Int, _ batch: inout EventBatch) {
        guard text.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return }
        batch.lines += 1
        let (words, numbers) = (batch.words.count, batch.numbers.count)
        do {
            try append(text, &batch)
        } catch {
            // A line is taken whole or not at all.
            batch.words.removeLast(batch.words.count - words)
            batch.numbers.removeLast(batch.numbers.count - numbers)
            batch.rejects.append(
                RejectedLine(
                    line: line,
                    rule: error.rule,
                    message: error.message,
                    text: Array(text.prefix(RejectedLine.keptBytes))
                )
            )
        }
    }

    private struct Rejection: Error {
        var rule: RejectionRule
        var message: String

        init(_ rule: RejectionRule, _ message: String) {
            self.rule = rule
            self.message = message
        }
    }

    private func append(_ text: UnsafeRawBufferPointer, _ batch: inout EventBatch) throws(Rejection) {
        guard text.count <= Self.maximumLine else {
            throw Rejection(.tooLong, "the line has \(text.count) bytes, \(Self.maximumLine) at most")
        }
        var unknown = 0
        let bytes = text.bindMemory(to: CChar.self).baseAddress
        if let fault = simd_json_reader_read(reader, bytes, text.count, &fields, &unknown) {
            throw Rejection(.malformed, String(cString: fault))
        }
        batch.unknownFields += unknown
        try checkVersion()
        let kind = try kind()
        let time = try time()
        let identity = digest.words(try word(.source), try word(.id))
        for field in kind.required where self[field].kind == SIMD_JSON_ABSENT {
            throw Rejection(.missingField, "\(kind.name) needs the field \"\(field.name)\"")
        }
        guard self[.developer].kind != SIMD_JSON_ABSENT else {
            throw Rejection(.missingField, "the field \"data.developer_id\" is missing")
        }
        try checkOutcome(kind)
        for field in EventField.words {
            let isThere = self[field].kind != SIMD_JSON_ABSENT
            batch.words.append(
                isThere ? Int32(table.number(of: try word(field), field: UInt8(field.rawValue))) : -1
            )
        }
        for field in EventField.numbers { batch.numbers.append(try number(field)) }
        var suggestion: UInt64 = 0
        if self[.suggestion].kind != SIMD_JSON_ABSENT {
            // Ids are only unique inside the developer's editor.
            suggestion = digest.words(try word(.developer), try word(.suggestion)).0 | 1
        }
        batch.keys.append(identity.0)
        batch.keys.append(identity.1)
        batch.times.append(time)
        batch.kinds.append(kind.rawValue)
        batch.suggestions.append(suggestion)
    }

    private subscript(_ field: EventField) -> simd_json_field { fields[field.rawValue] }

    private func checkVersion() throws(Rejection) {
        let version = self[.specversion]
        guard version.kind == SIMD_JSON_TEXT else {
            throw Rejection(
                .envelope,
                "the field \"specversion\" is missing: this is no CloudEvents 1.0 event"
            )
        }
        guard String(decoding: bytes(version), as: UTF8.self) == "1.0" else {
            throw Rejection(.unknownVersion, "specversion must be \"1.0\"")
        }
    }

    private func kind() throws(Rejection) -> EventKind {
        let type = String(decoding: try word(.type), as: UTF8.self)
        if let kind = EventKind(type: type) { return kind }
        guard let version = type.firstMatch(of: #/^(dev\.assist\.[a-z.]+)\.v([0-9]{1,9})$/#),
            EventKind(type: String(version.1) + EventKind.typeSuffix) != nil
        else { throw Rejection(.unknownType, "there is no event type \"\(type)\"") }
        throw Rejection(.unknownVersion, "version \(version.2) of \(version.1) is unknown; this tool reads 1")
    }

    private func time() throws(Rejection) -> Int64 {
        guard let time = EventTime.parse(try word(.time)) else {
            throw Rejection(.envelope, "the field \"time\" is no RFC 3339 time")
        }
        guard time <= received + Self.allowedSkew else {
            throw Rejection(
                .futureTime,
                "the time lies more than 5 minutes ahead of \(EventTime.text(received))"
            )
        }
        guard time >= Self.earliest else {
            throw Rejection(.ancientTime, "the time lies before \(EventTime.text(Self.earliest))")
        }
        return time
    }

    private func checkOutcome(_ kind: EventKind) throws(Rejection) {
        guard !kind.outcomes.isEmpty, self[.outcome].kind != SIMD_JSON_ABSENT else { return }
        let outcome = String(decoding: try word(.outcome), as: UTF8.self)
        guard kind.outcomes.contains(outcome) else {
            let known = kind.outcomes.joined(separator: ", ")
            throw Rejection(.outOfRange, "the outcome of \(kind.name) must be one of: \(known)")
        }
    }

    /// A text of 1 to 256 bytes without control characters.
    private func word(_ field: EventField) throws(Rejection) -> UnsafeRawBufferPointer {
        let value = self[field]
        guard value.kind == SIMD_JSON_TEXT else {
            guard value.kind == SIMD_JSON_ABSENT else {
                throw Rejection(.wrongType, "the field \"\(field.name)\" must be text")
            }
            throw Rejection(.envelope, "the field \"\(field.name)\" is missing")
        }
        guard (1...EventField.maximumText).contains(value.length) else {
            throw Rejection(
                .outOfRange,
                "the field \"\(field.name)\" must have 1 to 256 bytes, not \(value.length)"
            )
        }
        let bytes = bytes(value)
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw Rejection(.outOfRange, "the field \"\(field.name)\" holds a control character")
        }
        return bytes
    }

    /// A number inside its field's range; NaN where the field is absent.
    private func number(_ field: EventField) throws(Rejection) -> Double {
        let value = self[field]
        switch value.kind {
        case SIMD_JSON_ABSENT: return .nan
        case SIMD_JSON_TRUE where field == .ok: return 1
        case SIMD_JSON_FALSE where field == .ok: return 0
        case SIMD_JSON_INTEGER where field != .ok: break
        case SIMD_JSON_REAL where field != .ok && !field.isCount: break
        default:
            let wanted = field == .ok ? "true or false" : field.isCount ? "a whole number" : "a number"
            throw Rejection(.wrongType, "the field \"\(field.name)\" must be \(wanted)")
        }
        guard field.range.contains(value.real) else {
            throw Rejection(
                .outOfRange,
                "the field \"\(field.name)\" must be from \(field.range.lowerBound) to \(field.range.upperBound)"
            )
        }
        return value.real
    }

    private func bytes(_ value: simd_json_field) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: value.text, count: value.length)
    }
}
