import HarnessCore

/// Reads types as task files write them: `list<tuple<int, optional<string>>>`.
struct TypeParser {
    /// Why a text is not a type.
    struct Fault: Error, Equatable {
        var message: String
        var remedy: String?
    }

    /// Deeper nesting than this is refused.
    static let maximumDepth = 20

    private static let simple: [String: ValueType] = [
        "int": .int, "float": .float, "bool": .bool, "string": .string, "bytes": .bytes, "void": .void,
    ]
    private static let generic = ["list", "set", "map", "tuple", "optional"]

    private var rest: Substring
    private let text: String
    private let records: Set<String>

    /// Parses a whole text as a type; `void` is one only where a result stands.
    static func parse(
        _ text: String,
        records: Set<String>,
        allowsVoid: Bool = false
    ) throws(Fault) -> ValueType {
        var parser = TypeParser(text: text, records: records)
        if allowsVoid, text == "void" { return .void }
        let type = try parser.type(depth: 0)
        parser.skipSpace()
        guard parser.rest.isEmpty else {
            throw parser.fault("ends with \(Quoting.quoted(String(parser.rest)))", "check the brackets")
        }
        return type
    }

    private init(text: String, records: Set<String>) {
        self.text = text
        self.records = records
        rest = text[...]
    }

    private mutating func type(depth: Int) throws(Fault) -> ValueType {
        guard depth < Self.maximumDepth else { throw fault("is nested too deeply", "use a record") }
        skipSpace()
        let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
        rest = rest.dropFirst(name.count)
        if name == "void" { throw fault("uses void for a value", "void is the type of a result only") }
        if let type = Self.simple[name] { return type }
        if records.contains(name) { return .record(name) }
        guard Self.generic.contains(name) else {
            let known = Self.simple.keys.sorted() + Self.generic + records.sorted()
            throw fault(
                name.isEmpty ? "lacks a type name" : "names the unknown type \(Quoting.quoted(name))",
                Suggestion.remedy(for: name, among: known) ?? "the types are \(known.joined(separator: ", "))"
            )
        }
        return try generic(name, of: try arguments(of: name, depth: depth))
    }

    private mutating func arguments(of name: String, depth: Int) throws(Fault) -> [ValueType] {
        guard take("<") else { throw fault("gives \(name) no type in brackets", "write \(name)<…>") }
        var arguments: [ValueType] = []
        repeat { arguments.append(try type(depth: depth + 1)) } while take(",")
        guard take(">") else { throw fault("lacks a closing >", "check the brackets") }
        return arguments
    }

    private func generic(_ name: String, of arguments: [ValueType]) throws(Fault) -> ValueType {
        if name == "tuple" { return .tuple(arguments) }
        let wanted = name == "map" ? 2 : 1
        guard arguments.count == wanted else {
            throw fault("gives \(name) \(arguments.count) types", "\(name) takes \(wanted)")
        }
        switch name {
        case "list": return .list(arguments[0])
        case "optional":
            if case .optional = arguments[0] {
                throw fault("nests optional in optional", "null can mean one thing only")
            }
            return .optional(arguments[0])
        default:
            guard arguments[0].isHashable else {
                throw fault(
                    "uses \(arguments[0].spelling) as \(name == "map" ? "a key" : "an element of a set")",
                    "use a type that every language can hash: int, string, a tuple of them"
                )
            }
            return name == "map" ? .map(key: arguments[0], value: arguments[1]) : .set(arguments[0])
        }
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == " " } }

    private mutating func take(_ character: Character) -> Bool {
        skipSpace()
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    private func fault(_ reason: String, _ remedy: String?) -> Fault {
        Fault(message: "the type \(Quoting.quoted(text)) \(reason)", remedy: remedy)
    }
}
