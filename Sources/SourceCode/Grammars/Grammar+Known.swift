extension Grammar {
    /// The grammar of a language by the name that tasks and samples use; nil for a language nobody described.
    package static func named(_ name: String) -> Grammar? { known[name] }

    /// Every language that is described, in the order of its name.
    package static var names: [String] { known.keys.sorted() }

    /// The language of a file by its extension, without the dot.
    package static func language(ofExtension name: String) -> String? { extensions[name.lowercased()] }

    private static let known: [String: Grammar] = {
        let all =
            [
                .c, .cpp, .csharp, .go, .java, .javascript, .typescript, .lua, .perl, .php, .python, .ruby,
                .rust, .swift,
            ] as [Grammar]
        return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    }()

    private static let extensions = [
        "c": "c", "h": "cpp", "cpp": "cpp", "cc": "cpp", "cxx": "cpp", "hpp": "cpp", "cs": "csharp",
        "go": "go",
        "java": "java", "js": "javascript", "mjs": "javascript", "cjs": "javascript", "ts": "typescript",
        "lua": "lua", "pl": "perl", "pm": "perl", "php": "php", "py": "python", "rb": "ruby", "rs": "rust",
        "swift": "swift",
    ]
}
