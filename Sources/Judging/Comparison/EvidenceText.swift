package import HarnessCore

/// Turns what an untrusted program said into text that is safe to store, print and compare by eye.
///
/// Bounded, on one line, and free of characters that move the cursor, reorder text or cannot be seen.
package enum EvidenceText {
    /// Scalars of a rendered value: 200.
    package static let valueLimit = 200
    /// Scalars of a message: 500.
    package static let messageLimit = 500

    /// Escapes control, format and bidirectional characters and cuts the text at `limit` scalars.
    package static func escaped(_ text: String, limit: Int = messageLimit) -> String {
        var writer = BoundedWriter(limit: limit)
        writer.appendEscaped(text)
        return writer.text
    }

    /// Renders a value in a notation that belongs to no language: `[1, "a", {2: null}, Point(x: 1.5)]`.
    package static func rendered(_ value: Value, limit: Int = valueLimit) -> String {
        var writer = BoundedWriter(limit: limit)
        writer.append(value)
        return writer.text
    }
}

/// Collects text up to a limit; what comes after is dropped and shown as an ellipsis.
private struct BoundedWriter {
    private(set) var text = ""
    private var room: Int
    private var isFull = false

    init(limit: Int) { room = max(1, limit) }

    /// Adds trusted text.
    mutating func append(_ piece: String) {
        guard !isFull else { return }
        let count = piece.unicodeScalars.count
        if count > room {
            text.unicodeScalars.append(contentsOf: piece.unicodeScalars.prefix(room))
            text += "…"
            isFull = true
        } else {
            text += piece
            room -= count
        }
    }

    mutating func appendEscaped(_ raw: String, quoted: Bool = false) {
        for scalar in raw.unicodeScalars {
            if isFull { return }
            switch scalar {
            case "\n": append("\\n")
            case "\r": append("\\r")
            case "\t": append("\\t")
            case "\"" where quoted: append("\\\"")
            case "\\" where quoted: append("\\\\")
            default:
                append(scalar.isHarmless ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}")
            }
        }
    }

    mutating func append(_ value: Value) {
        // Stops the walk itself, not just its output: a value may be megabytes.
        if isFull { return }
        switch value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .int(let number): append(String(number))
        case .bigInteger(let digits): append(digits)
        case .float(let number): append(String(number))
        case .text(let text): appendQuoted(text)
        case .bytes(let bytes): append(bytes)
        case .list(let items): append(items, open: "[", close: "]")
        case .tuple(let items): append(items, open: "(", close: items.count == 1 ? ",)" : ")")
        case .set(let items): append(items, open: "set{", close: "}")
        case .map(let entries):
            append("{")
            for (index, entry) in entries.enumerated() {
                if isFull { return }
                if index > 0 { append(", ") }
                append(entry.key)
                append(": ")
                append(entry.value)
            }
            append("}")
        case .record(let name, let fields):
            appendEscaped(name)
            append("(")
            for (index, field) in fields.enumerated() {
                if isFull { return }
                if index > 0 { append(", ") }
                appendEscaped(field.name)
                append(": ")
                append(field.value)
            }
            append(")")
        case .opaque(let typeName):
            append("<")
            appendEscaped(typeName)
            append(" object>")
        }
    }

    private mutating func appendQuoted(_ text: String) {
        append("\"")
        appendEscaped(text, quoted: true)
        append("\"")
    }

    private mutating func append(_ bytes: [UInt8]) {
        append("bytes(")
        for byte in bytes {
            if isFull { return }
            append((byte < 16 ? "0" : "") + String(byte, radix: 16))
        }
        append(")")
    }

    private mutating func append(_ items: [Value], open: String, close: String) {
        append(open)
        for (index, item) in items.enumerated() {
            if isFull { return }
            if index > 0 { append(", ") }
            append(item)
        }
        append(close)
    }
}

extension Unicode.Scalar {
    fileprivate var isHarmless: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            false
        default: true
        }
    }
}
