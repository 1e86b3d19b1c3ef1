/// What a language's own style guide asks for.
package struct StyleConvention: Sendable, Hashable {
    package enum Casing: String, Sendable, Hashable {
        case snake, camel, pascal
        /// Both `camelCase` and `PascalCase`: Go exports by the first letter.
        case mixed
    }

    package enum Indentation: Sendable, Hashable {
        case spaces
        case tabs
    }

    package var functions: Casing
    package var types: Casing = .pascal
    package var indentation: Indentation = .spaces
    /// Scalars a line may have; 0 for no limit.
    package var lineLength: Int

    /// The convention of a language; nil where it has several and no guide of its own.
    package static func named(_ language: String) -> StyleConvention? { known[language] }

    /// Sources: PEP 8, Google's and the Rust, Swift, Go, PSR-12, Ruby community and .NET guides.
    private static let known: [String: StyleConvention] = [
        "python": StyleConvention(functions: .snake, lineLength: 100),
        "javascript": StyleConvention(functions: .camel, lineLength: 100),
        "typescript": StyleConvention(functions: .camel, lineLength: 100),
        "java": StyleConvention(functions: .camel, lineLength: 100),
        "csharp": StyleConvention(functions: .pascal, lineLength: 120),
        // Both of the usual guides are in use: names are not judged beyond their own consistency.
        "cpp": StyleConvention(functions: .mixed, lineLength: 100),
        "rust": StyleConvention(functions: .snake, lineLength: 100),
        "go": StyleConvention(functions: .mixed, types: .mixed, indentation: .tabs, lineLength: 0),
        "swift": StyleConvention(functions: .camel, lineLength: 100),
        "ruby": StyleConvention(functions: .snake, lineLength: 100),
        "php": StyleConvention(functions: .mixed, lineLength: 120),
        "perl": StyleConvention(functions: .snake, lineLength: 100),
    ]
}
