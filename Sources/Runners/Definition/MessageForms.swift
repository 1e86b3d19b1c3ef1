import Foundation
import HarnessCore

/// One entry of `diagnostics`.
struct MessageForm: Sendable, Hashable, Decodable {
    var pattern: MessagePattern

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id, mode, summary, stage, type, message
        case unlessDefined = "unless_defined"
        case known, unknown
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        let modeName: String = try values.required(.mode)
        guard let mode = FailureMode(rawValue: modeName) else {
            throw Self.fault(
                decoder,
                "\"\(modeName)\" is no failure mode; known: "
                    + FailureMode.allCases.map(\.rawValue).joined(separator: ", ")
            )
        }
        let stages = try Self.words(values, .stage)
        guard stages.allSatisfy({ MessagePattern.Stage(rawValue: $0) != nil }) else {
            throw Self.fault(decoder, "\"stage\" must be of compile, parse, load, call, exit")
        }
        let message: String? = try values.optional(.message)
        if let message, (try? NSRegularExpression(pattern: message)) == nil {
            throw Self.fault(decoder, "\"message\" is no regular expression: \(message)")
        }
        let named = stages.compactMap(MessagePattern.Stage.init)
        pattern = MessagePattern(
            id: try values.required(.id),
            mode: mode,
            summary: try values.required(.summary),
            stages: named.isEmpty ? [.compile, .parse, .load, .call] : Set(named),
            types: try Self.words(values, .type),
            message: message,
            undefinedGroups: try Self.words(values, .unlessDefined),
            knownGroup: try values.optional(.known),
            unknownGroup: try values.optional(.unknown)
        )
        let groups = pattern.undefinedGroups + [pattern.knownGroup, pattern.unknownGroup].compactMap(\.self)
        let fields = ["name", "module", "object"]
        for group in groups where !fields.contains(group) && message?.contains("(?<\(group)>") != true {
            throw Self.fault(decoder, "\"message\" has no group \"\(group)\"")
        }
    }

    /// One word, or a list of them; empty where the key is absent.
    private static func words(_ values: StrictValues<CodingKeys>, _ key: CodingKeys) throws -> [String] {
        if let word = try? values.optional(key) as String? { return [word] }
        return try values.optional(key) ?? []
    }

    private static func fault(_ decoder: any Decoder, _ message: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: message))
    }
}

/// The `comments` of a definition.
struct CommentTexts: Sendable, Hashable, Decodable {
    var form: CommentForm

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case line, block
    }

    init(form: CommentForm) { self.form = form }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        form = CommentForm(
            line: try values.optional(.line) ?? [],
            block: try values.optional(.block) ?? []
        )
        guard form.block.isEmpty || form.block.count == 2 else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "\"block\" needs a beginning and an end"
                )
            )
        }
    }
}
