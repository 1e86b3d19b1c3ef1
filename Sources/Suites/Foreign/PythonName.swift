/// The rule for names in Python source.
enum PythonName {
    /// The reserved words of Python 3.12; soft keywords may be names.
    private static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
        "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
        "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]

    static func isKeyword(_ text: String) -> Bool { keywords.contains(text) }

    /// Whether a text is an identifier (PEP 3131) and no keyword.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return (first == "_" || first.properties.isXIDStart)
            && text.unicodeScalars.dropFirst().allSatisfy { $0.properties.isXIDContinue }
            && !isKeyword(text)
    }
}
