import Foundation
import HarnessCore
import Yams

/// How single words of a task file become values: the declared type decides, and each type has one spelling.
extension ValueReader {
    func scalar(_ node: Node, as type: ValueType, at place: String) throws(HarnessError) -> Value {
        guard case .scalar(let scalar) = node else { throw mismatch(node, type, at: place) }
        let isQuoted = scalar.style != .plain
        switch type {
        case .string: return try text(scalar, isQuoted: isQuoted, node: node, at: place)
        case .bytes: return try bytes(scalar, isQuoted: isQuoted, node: node, at: place)
        case .int, .float, .bool:
            guard !isQuoted else {
                throw mismatch(node, type, at: place, remedy: "remove the quotes: text in quotes is a string")
            }
            if type == .bool { return try flag(scalar.string, node: node, at: place) }
            return type == .int
                ? try integer(scalar.string, node: node, at: place)
                : try float(scalar.string, node: node, at: place)
        case .list, .set, .map, .tuple, .optional, .record, .void: throw mismatch(node, type, at: place)
        }
    }

    /// An error that names the value and the type it does not have.
    func mismatch(_ node: Node, _ type: ValueType, at place: String, remedy: String? = nil) -> HarnessError {
        file.error("\(place) must be \(type.spelling), not \(node.kind)", at: node, remedy: remedy)
    }

    /// Quoted text as it is; an unquoted word too, unless it could mean that there is no value.
    private func text(
        _ scalar: Node.Scalar,
        isQuoted: Bool,
        node: Node,
        at place: String
    ) throws(HarnessError) -> Value {
        if !isQuoted, scalar.string.isEmpty || node.isNull {
            throw mismatch(
                node,
                .string,
                at: place,
                remedy: "put the text in quotes: \(Quoting.quoted(scalar.string))"
            )
        }
        return .text(scalar.string)
    }

    private func bytes(
        _ scalar: Node.Scalar,
        isQuoted: Bool,
        node: Node,
        at place: String
    ) throws(HarnessError) -> Value {
        let digits = scalar.string.utf8.map { byte in
            byte < 0x80 ? Character(Unicode.Scalar(byte)).hexDigitValue : nil
        }
        var content: [UInt8] = []
        for index in stride(from: 0, to: digits.count - digits.count % 2, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { break }
            content.append(UInt8(high << 4 | low))
        }
        guard content.count * 2 == digits.count, isQuoted || !digits.isEmpty else {
            throw mismatch(node, .bytes, at: place, remedy: "write two hexadecimal digits per byte: \"00ff\"")
        }
        return .bytes(content)
    }

    private func flag(_ word: String, node: Node, at place: String) throws(HarnessError) -> Value {
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: throw mismatch(node, .bool, at: place, remedy: "write true or false")
        }
    }

    private func integer(_ word: String, node: Node, at place: String) throws(HarnessError) -> Value {
        guard Numeral(word)?.isInteger == true else {
            throw mismatch(node, .int, at: place, remedy: "write decimal digits, without leading zeros")
        }
        guard let number = Int64(word) else {
            throw file.error(
                "\(place) is \(Quoting.quoted(word)), which does not fit in 64 bits",
                at: node,
                remedy: "int goes from \(Int64.min) to \(Int64.max)"
            )
        }
        return .int(number)
    }

    private func float(_ word: String, node: Node, at place: String) throws(HarnessError) -> Value {
        switch word {
        case ".nan", ".NaN", ".NAN": return .float(.nan)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
        default: break
        }
        guard let numeral = Numeral(word), let number = Double(word) else {
            throw mismatch(node, .float, at: place, remedy: "write a decimal number, .nan, .inf or -.inf")
        }
        guard number.isFinite, number != 0 || numeral.isZero else {
            throw file.error(
                "\(place) is \(Quoting.quoted(word)), which is beyond the range of a double",
                at: node,
                remedy: number == 0 ? "write 0.0" : "write .inf or -.inf if infinity is meant"
            )
        }
        // A whole number that the double silently changes would make the case test something else.
        if numeral.isInteger, String(format: "%.0f", abs(number)) != word.trimmingPrefix(/[+-]/) {
            throw file.error(
                "\(place) is \(Quoting.quoted(word)), which no double holds exactly",
                at: node,
                remedy: "write \(String(format: "%.0f", number))"
            )
        }
        return .float(number)
    }
}

/// The parts of a decimal number as YAML 1.2 writes it.
private struct Numeral {
    /// Whether it has neither a fraction nor an exponent.
    var isInteger: Bool
    var isZero: Bool

    init?(_ word: String) {
        guard let match = word.wholeMatch(of: /[+-]?(0|[1-9][0-9]*)?(\.[0-9]*)?([eE][+-]?[0-9]+)?/),
            (match.1?.count ?? 0) + max(0, (match.2?.count ?? 0) - 1) > 0
        else { return nil }
        isInteger = match.2 == nil && match.3 == nil
        isZero =
            (match.1 ?? "").allSatisfy { $0 == "0" } && (match.2 ?? "").allSatisfy { $0 == "0" || $0 == "." }
    }
}
