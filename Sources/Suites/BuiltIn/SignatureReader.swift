import HarnessCore
import Yams

/// Reads the `records` and `signature` of a task file.
struct SignatureReader {
    let file: YAMLFile
    private(set) var records: [CaseTest.RecordType] = []

    init(file: YAMLFile, records node: [Node]?) throws(HarnessError) {
        self.file = file
        guard let node else { return }
        var fields: [Fields] = []
        var names: Set<String> = []
        // Names first: records may refer to each other.
        for item in node {
            let record = try Fields(item, of: "a record", allowed: ["name", "fields"], in: file)
            let name = try record.text("name")
            guard TaskName.isPascalCase(name) else {
                throw file.error(
                    "the record name \(Quoting.quoted(name)) is not in Pascal case",
                    at: try record.required("name"),
                    remedy: "write it like Point"
                )
            }
            guard names.insert(name).inserted else {
                throw file.error("the record \(name) is declared twice", at: item, remedy: "keep one of them")
            }
            fields.append(record)
        }
        for record in fields {
            let members = try parameters(record, key: "fields", records: names)
            guard !members.isEmpty else {
                throw file.error("the record has no fields", at: record.node, remedy: "give it at least one")
            }
            records.append(CaseTest.RecordType(name: try record.text("name"), fields: members))
        }
    }

    func signature(_ node: Node) throws(HarnessError) -> CaseTest.Signature {
        guard case .mapping(let mapping) = node,
            mapping.contains(where: { $0.key.scalar?.string == "object" })
        else {
            var function = try function(node, of: "the signature", allowed: [Self.integersKey])
            function.records = records
            return .function(function)
        }
        let fields = try Fields(
            node,
            of: "the signature of an object",
            allowed: ["object", "parameters", "methods", Self.integersKey],
            in: file
        )
        let name = try fields.text("object")
        guard TaskName.isPascalCase(name), !records.contains(where: { $0.name == name }) else {
            throw file.error(
                "the object name \(Quoting.quoted(name)) must be in Pascal case and differ from every record",
                at: try fields.required("object"),
                remedy: "write it like LruCache"
            )
        }
        return .object(
            CaseTest.ObjectType(
                name: name,
                parameters: try parameters(fields, key: "parameters", records: recordNames),
                methods: try methods(fields),
                records: records
            )
        )
    }

    private static let integersKey = "integers"

    /// Whether the signature asks for integers beyond what a double holds exactly: `integers: wide`.
    func usesWideIntegers(_ node: Node) throws(HarnessError) -> Bool {
        guard case .mapping(let mapping) = node,
            let pair = mapping.first(where: { $0.key.scalar?.string == Self.integersKey })
        else { return false }
        switch pair.value.scalar?.string {
        case "wide": return true
        case "safe": return false
        default:
            throw file.error(
                "\"\(Self.integersKey)\" is \(pair.value.kind)",
                at: pair.value,
                remedy: "write wide where an integer may leave ±(2^53 - 1), or leave it out"
            )
        }
    }

    private var recordNames: Set<String> { Set(records.map(\.name)) }

    private func methods(_ fields: Fields) throws(HarnessError) -> [CaseTest.Function] {
        var methods: [CaseTest.Function] = []
        for item in try fields.items("methods") ?? [] {
            let method = try function(item, of: "a method")
            guard !methods.contains(where: { $0.name == method.name }) else {
                throw file.error(
                    "the method \(method.name) is declared twice",
                    at: item,
                    remedy: "keep one of them"
                )
            }
            methods.append(method)
        }
        guard !methods.isEmpty else {
            throw file.error("the object has no methods", at: fields.node, remedy: "give it at least one")
        }
        return methods
    }

    private func function(
        _ node: Node,
        of subject: String,
        allowed: [String] = []
    ) throws(HarnessError) -> CaseTest.Function {
        let keys = ["name", "parameters", "returns"] + allowed
        let fields = try Fields(node, of: subject, allowed: keys, in: file)
        let name = try fields.text("name")
        guard TaskName.isSnakeCase(name) else {
            throw file.error(
                "the name \(Quoting.quoted(name)) is not in snake case or is reserved in Python",
                at: try fields.required("name"),
                remedy: "write it like merge_intervals"
            )
        }
        return CaseTest.Function(
            name: name,
            parameters: try parameters(fields, key: "parameters", records: recordNames),
            returns: try type(try fields.required("returns"), records: recordNames, allowsVoid: true)
        )
    }

    /// A sequence of mappings with one pair each: name and type.
    private func parameters(
        _ fields: Fields,
        key: String,
        records: Set<String>
    ) throws(HarnessError) -> [CaseTest.Parameter] {
        _ = try fields.required(key)
        var parameters: [CaseTest.Parameter] = []
        for item in try fields.items(key) ?? [] {
            guard case .mapping(let mapping) = item, mapping.count == 1, let pair = mapping.first,
                let name = pair.key.scalar?.string
            else {
                throw file.error(
                    "\"\(key)\" must hold single pairs, not \(item.kind)",
                    at: item,
                    remedy: "write { name: type }"
                )
            }
            guard TaskName.isSnakeCase(name) else {
                throw file.error(
                    "the name \(Quoting.quoted(name)) is not in snake case or is reserved in Python",
                    at: item,
                    remedy: "write it like capacity"
                )
            }
            guard !parameters.contains(where: { $0.name == name }) else {
                throw file.error(
                    "the name \(Quoting.quoted(name)) stands twice",
                    at: item,
                    remedy: "rename one"
                )
            }
            parameters.append(
                CaseTest.Parameter(
                    name: name,
                    type: try type(pair.value, records: records, allowsVoid: false)
                )
            )
        }
        return parameters
    }

    private func type(_ node: Node, records: Set<String>, allowsVoid: Bool) throws(HarnessError) -> ValueType
    {
        guard let text = node.scalar?.string else {
            throw file.error(
                "a type must be a word, not \(node.kind)",
                at: node,
                remedy: "put it in quotes: \"list<int>\""
            )
        }
        do {
            return try TypeParser.parse(text, records: records, allowsVoid: allowsVoid)
        } catch {
            throw file.error(error.message, at: node, remedy: error.remedy)
        }
    }
}
