import HarnessCore

/// The wanted fields of one line of JSON, with errors that name the line.
struct JSONLine {
    private let fields: [String: JSONFields.Field]
    private let location: String

    /// Checks and reads one line; nil where it is blank.
    ///
    /// Throws `badData` for NUL bytes, invalid UTF-8, malformed JSON and anything but an object.
    init?(_ line: [UInt8], fields names: Set<String>, at location: String) throws(HarnessError) {
        guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return nil }
        try TextCheck.validate(line, at: location)
        do {
            fields = try JSONFields.read(names, from: line)
        } catch {
            throw HarnessError(
                .badData,
                "malformed JSON at column \(error.column): \(error.reason)",
                at: location,
                remedy: "write one JSON object per line"
            )
        }
        self.location = location
    }

    /// Whether the field is there and is not null.
    func has(_ name: String) -> Bool {
        switch fields[name] {
        case nil, .null: false
        case .text, .integer, .other: true
        }
    }

    /// Returns a text; throws `badData` where the field is missing, is no text or holds NUL.
    func text(_ name: String) throws(HarnessError) -> String {
        guard has(name), let field = fields[name] else {
            throw HarnessError(.badData, "missing field \"\(name)\"", at: location)
        }
        guard case .text(let text) = field else { throw wrongType(name, field, wanted: "text") }
        guard !text.utf8.contains(0) else {
            throw HarnessError(
                .badData,
                "the field \"\(name)\" contains a NUL character (\\u0000)",
                at: location,
                remedy: "remove it: no program text can hold one"
            )
        }
        return text
    }

    /// Returns a number that counts, or nil where the field is missing; throws `badData` for anything else.
    func count(_ name: String) throws(HarnessError) -> Int? {
        guard has(name), let field = fields[name] else { return nil }
        guard case .integer(let number) = field, (0...Int(Int32.max)).contains(number) else {
            throw wrongType(name, field, wanted: "a whole number from 0 to \(Int32.max)")
        }
        return number
    }

    private func wrongType(_ name: String, _ field: JSONFields.Field, wanted: String) -> HarnessError {
        var found = field.kind
        if case .integer(let number) = field { found = "\(number)" }
        return HarnessError(.badData, "the field \"\(name)\" must be \(wanted), not \(found)", at: location)
    }
}
