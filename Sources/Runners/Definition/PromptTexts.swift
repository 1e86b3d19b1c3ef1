/// The templates of what a model is asked, as the definition gives them.
struct PromptTexts: Sendable, Hashable, Decodable {
    /// Replacements in the task's prose: what would end the comment it stands in.
    var proseEscapes: [String: String]
    var head: String
    /// One record.
    var record: String
    /// All declarations of errors; default is each kind's own, on a line of its own.
    var errors: String
    var function: String
    var object: String
    /// What follows a completion: it closes what the prompt opened besides the function itself.
    var ending: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case proseEscapes = "doc_escape"
        case head, record, errors, function, object, ending
    }

    static let defaultErrors = """
        {{#errors}}
        {{#declaration}}
        {{declaration}}
        {{/declaration}}
        {{/errors}}

        """

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        proseEscapes = try values.optional(.proseEscapes) ?? [:]
        head = try values.optional(.head) ?? ""
        record = try values.required(.record)
        errors = try values.optional(.errors) ?? Self.defaultErrors
        function = try values.required(.function)
        object = try values.required(.object)
        ending = try values.optional(.ending) ?? ""
    }
}

/// How to tell what a whole program of a model's lacks.
struct SolutionTexts: Sendable, Hashable, Decodable {
    /// Lines above which nothing may be put.
    var firstLines: String?
    /// Finds the prompt's head in a program.
    var head: String?
    /// Finds the declaration of a record.
    var record: String?
    /// Finds the declaration of an error.
    var error: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case firstLines = "first_lines"
        case head, record, error
    }

    init() {}

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        firstLines = try values.optional(.firstLines)
        head = try values.optional(.head)
        record = try values.optional(.record)
        error = try values.optional(.error)
    }
}

/// The program that calls a compiled solution.
struct GlueTexts: Sendable, Hashable, Decodable {
    var file: String
    var function: String
    var object: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case file, function, object
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        file = try values.required(.file)
        function = try values.required(.function)
        object = try values.required(.object)
    }
}
