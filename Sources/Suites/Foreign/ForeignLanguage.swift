package import HarnessCore

/// Names of languages in files of others.
package enum ForeignLanguage {
    /// Abbreviations of MultiPL-E and mxeval, and the words that begin the task ids of HumanEval-X.
    private static let names = [
        "cs": "csharp", "c#": "csharp", "c++": "cpp", "js": "javascript", "jl": "julia", "kt": "kotlin",
        "ml": "ocaml", "pl": "perl", "py": "python", "rb": "ruby", "rkt": "racket", "rs": "rust",
        "sh": "bash", "shell": "bash", "ts": "typescript",
    ]

    /// The language that a file calls so; nil for what can be no name.
    package static func named(_ text: String) -> Language? {
        let name = text.lowercased()
        let isName =
            (1...30).contains(name.utf8.count)
            && name.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || "0123456789+#-".unicodeScalars.contains(scalar))
            }
        return isName ? Language(rawValue: names[name] ?? name) : nil
    }
}
