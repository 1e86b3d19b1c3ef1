/// A JSON value that is written the same way every time: keys sorted, one line.
package indirect enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Not a number and infinities are written as null.
    case number(Double)
    case text(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The JSON text; characters that a terminal would obey or hide are written as `\uXXXX`.
    package var serialized: String {
        var output = ""
        write(to: &output)
        return output
    }

    /// An object with the `schema` key every result of the command line carries.
    package static func document(_ kind: String, _ fields: [String: JSONValue]) -> JSONValue {
        .object(fields.merging(["schema": .text("evalharness/\(kind)@1")]) { own, _ in own })
    }

    /// The text, or null where there is none.
    package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

    /// The integer, or null where there is none.
    package static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }

    /// The number, or null where there is none.
    package static func optional(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }

    private func write(to output: inout String) {
        switch self {
        case .null: output += "null"
        case .bool(let flag): output += flag ? "true" : "false"
        case .integer(let number): output += String(number)
        case .number(let number): output += Self.text(of: number)
        case .text(let text): Self.write(text, to: &output)
        case .array(let items):
            output += "["
            for (position, item) in items.enumerated() {
                if position > 0 { output += "," }
                item.write(to: &output)
            }
            output += "]"
        case .object(let fields):
            output += "{"
            for (position, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
                if position > 0 { output += "," }
                Self.write(field.key, to: &output)
                output += ":"
                field.value.write(to: &output)
            }
            output += "}"
        }
    }

    private static func text(of number: Double) -> String {
        guard number.isFinite else { return "null" }
        // Swift writes 1e+16 and 5e-324, which JSON allows, and 0.1 with the fewest digits that round-trip.
        return "\(number)"
    }

    private static func write(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            default:
                if scalar.value < 0x7F && scalar.value >= 0x20 || printable(String(scalar)) == String(scalar)
                {
                    output.unicodeScalars.append(scalar)
                } else {
                    for unit in String(scalar).utf16 {
                        let digits = String(unit, radix: 16)
                        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }
                }
            }
        }
        output += "\""
    }
}
