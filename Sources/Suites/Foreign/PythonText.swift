/// What a reader has to know of Python source without parsing it.
enum PythonText {
    /// Indents every line of a text but those that begin inside a literal of several lines.
    static func indented(_ text: String, by margin: String = "    ") -> String {
        var result = margin
        var quote: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        var plain: [UInt8] = []
        var isComment = false
        while index < bytes.count {
            let byte = bytes[index]
            plain.append(byte)
            index += 1
            if byte == UInt8(ascii: "\n") {
                isComment = false
                // A quote of one line ends with it; after a backslash this place is not reached.
                if quote.count == 1 { quote = [] }
                if quote.isEmpty { plain.append(contentsOf: margin.utf8) }
            } else if isComment {
                continue
            } else if !quote.isEmpty {
                if byte == UInt8(ascii: "\\"), index < bytes.count {
                    plain.append(bytes[index])
                    index += 1
                } else if byte == quote[0], bytes[(index - 1)...].starts(with: quote) {
                    plain.append(contentsOf: quote.dropFirst())
                    index += quote.count - 1
                    quote = []
                }
            } else if byte == UInt8(ascii: "#") {
                isComment = true
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let isLong = bytes[(index - 1)...].starts(with: [byte, byte, byte])
                quote = isLong ? [byte, byte, byte] : [byte]
                plain.append(contentsOf: quote.dropFirst())
                index += quote.count - 1
            }
        }
        result += String(decoding: plain, as: UTF8.self)
        return result
    }

    /// The names that `def` and `class` bind at a program's top level, in the order of the text.
    static func definedNames(in program: String) -> (functions: [String], classes: [String]) {
        var functions: [String] = []
        var classes: [String] = []
        for line in program.split(whereSeparator: \.isNewline) {
            if let name = name(after: "def", in: line) ?? name(after: "async def", in: line) {
                functions.append(name)
            } else if let name = name(after: "class", in: line) {
                classes.append(name)
            }
        }
        return (functions, classes)
    }

    /// Where a name stands as a word of its own, counted in bytes; nil where it does not.
    static func position(of name: String, in text: String) -> Int? {
        let bytes = Array(text.utf8)
        let wanted = Array(name.utf8)
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { start in
            let end = start + wanted.count
            return bytes[start..<end].elementsEqual(wanted)
                && (start == 0 || !isWordByte(bytes[start - 1]) && bytes[start - 1] != UInt8(ascii: "."))
                && (end == bytes.count || !isWordByte(bytes[end]))
        }
    }

    private static func name(after keyword: String, in line: Substring) -> String? {
        guard line.hasPrefix(keyword + " ") || line.hasPrefix(keyword + "\t") else { return nil }
        let rest = line.dropFirst(keyword.count).drop(while: \.isWhitespace)
        let name = String(rest.prefix { $0 == "_" || $0.isLetter || $0.isNumber })
        return PythonName.isIdentifier(name) ? name : nil
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
