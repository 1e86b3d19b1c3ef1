/// What a Swift file imports, read from its text.
struct SourceFile {
    struct Import: Equatable {
        var module: String
        var line: Int
    }

    let text: String

    /// The modules imported at the top level, whatever their access level, attributes and kind.
    var imports: [Import] {
        var imports: [Import] = []
        var isInText = false
        var isInComment = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            // Texts and comments may hold programs in any language, with imports of their own.
            if line.count(of: "\"\"\"") % 2 == 1 {
                isInText.toggle()
                continue
            }
            if line.contains("/*") { isInComment = true }
            defer { if line.contains("*/") { isInComment = false } }
            guard !isInText, !isInComment, let module = Self.importedModule(in: line) else { continue }
            imports.append(Import(module: module, line: index + 1))
        }
        return imports
    }

    private static func importedModule(in line: Substring) -> String? {
        guard line.contains("import ") else { return nil }
        let pattern =
            /\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+).*/
        return line.wholeMatch(of: pattern).map { String($0.1) }
    }
}

extension Substring {
    fileprivate func count(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
