/// How the messages and sources of a language are read, to say why a program failed.
package struct LanguageReading: Sendable, Hashable {
    package var language: Language
    /// Tried in order; the first that applies decides.
    package var patterns: [MessagePattern]
    /// Regular expressions that find where a program defines `{name}`.
    package var definitions: [String]
    package var comments: CommentForm
    package var errors: ErrorNames
    /// Modules that exist, installed or not.
    package var knownPackages: Set<String>

    package init(
        language: Language,
        patterns: [MessagePattern] = [],
        definitions: [String] = [],
        comments: CommentForm = CommentForm(),
        errors: ErrorNames = ErrorNames(),
        knownPackages: Set<String> = []
    ) {
        self.language = language
        self.patterns = patterns
        self.definitions = definitions
        self.comments = comments
        self.errors = errors
        self.knownPackages = knownPackages
    }
}

/// A message of a compiler or an interpreter, and what it says about a program.
package struct MessagePattern: Sendable, Hashable {
    /// Unique in its language: `unknown-name`.
    package var id: String
    package var mode: FailureMode
    /// One sentence for the documentation.
    package var summary: String
    package var stages: Set<Stage>
    /// Names of exceptions, one of which the exception or one of its bases must have; empty for any.
    package var types: [String]
    /// An ICU regular expression over the whole message; nil matches all.
    package var message: String?
    /// Groups whose text the program must not define.
    package var undefinedGroups: [String]
    /// A group that must name a known module.
    package var knownGroup: String?
    /// A group that must not name a known module.
    package var unknownGroup: String?

    package enum Stage: String, Sendable, Hashable, CaseIterable, Codable {
        case compile
        case parse
        case load
        case call
        /// The program ended by a signal, or before it had answered: what it left on standard error.
        case exit
    }

    package init(
        id: String,
        mode: FailureMode,
        summary: String,
        stages: Set<Stage> = [.compile, .parse, .load, .call],
        types: [String] = [],
        message: String? = nil,
        undefinedGroups: [String] = [],
        knownGroup: String? = nil,
        unknownGroup: String? = nil
    ) {
        self.id = id
        self.mode = mode
        self.summary = summary
        self.stages = stages
        self.types = types
        self.message = message
        self.undefinedGroups = undefinedGroups
        self.knownGroup = knownGroup
        self.unknownGroup = unknownGroup
    }
}

/// What a language's comments look like.
package struct CommentForm: Sendable, Hashable {
    /// What begins a comment that ends with its line.
    package var line: [String]
    /// What begins and ends a comment of several lines.
    package var block: [String]

    package init(line: [String] = ["//"], block: [String] = ["/*", "*/"]) {
        self.line = line
        self.block = block
    }
}

/// What a language calls the kinds of errors a task can demand.
package struct ErrorNames: Sendable, Hashable {
    package var names: [ErrorKind: [String]]
    /// Names that are of no kind although one of their bases is.
    package var none: [String]

    package init(names: [ErrorKind: [String]] = [:], none: [String] = []) {
        self.names = names
        self.none = none
    }

    /// The kind of an error with this type and these bases, nearest first; nil for one that is of none.
    package func kind(of types: [String]) -> ErrorKind? {
        for type in types {
            if none.contains(type) { return nil }
            if let kind = ErrorKind.allCases.first(where: { names[$0]?.contains(type) == true }) {
                return kind
            }
        }
        return nil
    }
}
