import HarnessCore

/// How a language reports the errors a task demands.
struct ErrorConvention: Sendable, Hashable, Decodable {
    var kinds: [ErrorKind: Form] = [:]
    /// Names that are of no kind although one of their bases is.
    var none: [String] = []

    struct Form: Sendable, Hashable, Decodable {
        /// Native names that count; the first is the language's own.
        var names: [String]
        /// As the prompt says it; default is the first name.
        var prompt: String
        /// What declares the first name where the language does not have it; empty where it has.
        var declaration: String

        enum CodingKeys: String, CodingKey, CaseIterable {
            case names, prompt, declaration
        }

        init(from decoder: any Decoder) throws {
            let values = try StrictValues<CodingKeys>(decoder)
            names = try values.required(.names)
            guard let first = names.first else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "\"names\" is empty")
                )
            }
            prompt = try values.optional(.prompt) ?? first
            declaration = try values.optional(.declaration) ?? ""
        }
    }

    init() {}

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        for key in container.allKeys {
            if key.stringValue == "none" {
                none = try container.decode([String].self, forKey: key)
            } else if let kind = ErrorKind(rawValue: key.stringValue) {
                kinds[kind] = try container.decode(Form.self, forKey: key)
            } else {
                let known = ErrorKind.allCases.map(\.rawValue) + ["none"]
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: container.codingPath + [key],
                        debugDescription: "unknown key \"\(key.stringValue)\"; known: "
                            + known.joined(separator: ", ")
                    )
                )
            }
        }
    }

    var names: ErrorNames { ErrorNames(names: kinds.mapValues(\.names), none: none) }
}
