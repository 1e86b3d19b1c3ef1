/// The rules for the ids and names that task files declare.
enum TaskName {
    static let maximumIDBytes = 200

    /// Whether a foreign suite may call a task this: printable, without spaces, not too long.
    static func isForeignID(_ id: String) -> Bool {
        (1...maximumIDBytes).contains(id.utf8.count)
            && id.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate,
                    .privateUse, .unassigned:
                    false
                default: true
                }
            }
    }

    /// Whether this is an id of the built-in form: `merge-intervals`.
    static func isID(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= maximumIDBytes
            && text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
                .allSatisfy { part in !part.isEmpty && part.allSatisfy { isLower($0) || isDigit($0) } }
    }

    /// Whether this is snake case and no keyword: `merge_intervals`.
    static func isSnakeCase(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLower(first), !PythonName.isKeyword(text) else { return false }
        return text.utf8.count <= 100
            && text.utf8.allSatisfy { isLower($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    /// Whether this is Pascal case and no keyword: `LruCache`.
    static func isPascalCase(_ text: String) -> Bool {
        guard let first = text.utf8.first, isUpper(first), !PythonName.isKeyword(text) else { return false }
        return text.utf8.count <= 100 && text.utf8.allSatisfy { isLower($0) || isUpper($0) || isDigit($0) }
    }

    private static func isLower(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isUpper(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
