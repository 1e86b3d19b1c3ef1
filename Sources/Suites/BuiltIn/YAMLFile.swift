import Foundation
import HarnessCore
import Yams

/// One task file as a tree of nodes that know their lines.
///
/// The tree is composed without tag resolution: what `no` or `1.10` means is decided by the declared type of
/// the place where it stands, never by its look.
struct YAMLFile {
    /// No task comes near this size.
    static let maximumBytes = 1 << 20
    /// More uses of aliases than this are refused before the tree is built.
    static let toleratedAliases = 16

    /// How messages name the file.
    let path: String
    let root: Node

    init(at url: URL) throws(HarnessError) {
        let path = url.relativePath
        guard
            let bytes = try InputFile(path: url.path, shownPath: path).contents(
                maximumBytes: Self.maximumBytes
            )
        else {
            throw HarnessError(
                .badData,
                "the file cannot be read or has more than \(Self.maximumBytes) bytes",
                at: path,
                remedy: "split the task"
            )
        }
        try TextCheck.validate(bytes, at: path)
        var text = String(decoding: bytes, as: UTF8.self)
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        try self.init(text: text, path: path)
    }

    init(text: String, path: String) throws(HarnessError) {
        self.path = path
        try Self.refuseOddLineBreaks(in: text, path: path)
        try Self.refuseAliasBombs(in: text, path: path)
        do {
            // Nodes hold their anchors weakly; the parser keeps them alive while they are looked for.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                throw HarnessError(
                    .badData,
                    "the file is empty",
                    at: path,
                    remedy: "write a task or remove the file"
                )
            }
            self.root = root
            try withExtendedLifetime(parser) { try Self.refuseAnchorsAndTags(in: root, path: path) }
        } catch let error as HarnessError {
            throw error
        } catch {
            throw Self.error(error, path: path, text: text)
        }
    }

    /// The place of a node, for messages.
    func location(of node: Node) -> String { node.mark.map { "\(path):\($0.line)" } ?? path }

    /// An error of badly formed data at a node.
    func error(_ message: String, at node: Node, remedy: String? = nil) -> HarnessError {
        HarnessError(.badData, message, at: location(of: node), remedy: remedy)
    }

    /// YAML 1.1 takes these for line breaks and turns them into spaces or line feeds.
    private static func refuseOddLineBreaks(in text: String, path: String) throws(HarnessError) {
        let odd: Set<Unicode.Scalar> = ["\u{85}", "\u{2028}", "\u{2029}"]
        guard let found = text.unicodeScalars.firstIndex(where: odd.contains) else { return }
        let code = String(text.unicodeScalars[found].value, radix: 16, uppercase: true)
        throw HarnessError(
            .badData,
            "the character U+\(code) would be changed by YAML",
            at: "\(path):\(line(of: found, in: text))",
            remedy: "write it as an escape in double quotes, such as \"\\u2028\""
        )
    }

    /// Refuses a file with many uses of aliases while it is still text.
    ///
    /// Composing compares the keys of a mapping, and an alias in a key is compared in full, so a tree of
    /// aliases would cost exponential time before the tree could be looked at. Text in a prompt may look like
    /// an anchor and its alias, hence the few that are tolerated here.
    private static func refuseAliasBombs(in text: String, path: String) throws(HarnessError) {
        var anchors: Set<String> = []
        var aliases = 0
        let bytes = text.utf8
        var position = bytes.startIndex
        while let sign = bytes[position...].firstIndex(where: {
            $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "*")
        }) {
            let start = bytes.index(after: sign)
            let name = bytes[start...].prefix { byte in
                byte > 0x20 && !",[]{}".utf8.contains(byte)
            }
            position = start
            guard !name.isEmpty else { continue }
            let word = String(Substring(name))
            if bytes[sign] == UInt8(ascii: "&") {
                anchors.insert(word)
            } else if anchors.contains(word) {
                aliases += 1
                if aliases > toleratedAliases {
                    throw aliasError(at: "\(path):\(line(of: sign, in: text))")
                }
            }
        }
    }

    private static func refuseAnchorsAndTags(in root: Node, path: String) throws(HarnessError) {
        // An anchor stands before its aliases, so this walk ends before the first of them.
        var open = [(node: root, isInKey: false)]
        while let (node, isInKey) = open.popLast() {
            let location = node.mark.map { "\(path):\($0.line)" } ?? path
            guard node.anchor == nil else { throw aliasError(at: location) }
            let tag = declaredTag(of: node, isInKey: isInKey)
            guard tag.isEmpty else {
                throw HarnessError(
                    .badData,
                    "the tag \(Quoting.quoted(tag)) is not allowed",
                    at: location,
                    remedy: "remove it: the signature gives every value its type"
                )
            }
            switch node {
            case .scalar, .alias: break
            case .sequence(let items): open += items.reversed().map { ($0, isInKey) }
            case .mapping(let pairs):
                for pair in pairs.reversed() { open += [(pair.value, isInKey), (pair.key, true)] }
            }
        }
    }

    /// The tag that stands in the file, empty where there is none.
    ///
    /// Quotes alone make a text of a scalar, and comparing keys gives them the tags of their kinds; neither
    /// stands in the file.
    private static func declaredTag(of node: Node, isInKey: Bool) -> String {
        let (tag, kind): (Tag, Tag.Name) =
            switch node {
            case .scalar(let scalar): (scalar.tag, scalar.style != .plain || isInKey ? .str : .implicit)
            case .sequence(let sequence): (sequence.tag, isInKey ? .seq : .implicit)
            case .mapping(let mapping): (mapping.tag, isInKey ? .map : .implicit)
            case .alias(let alias): (alias.tag, .implicit)
            }
        return tag.description == kind.rawValue ? "" : tag.description
    }

    private static func aliasError(at location: String) -> HarnessError {
        HarnessError(
            .badData,
            "anchors (&) and aliases (*) are not allowed",
            at: location,
            remedy: "write the value out where it is needed; put text that starts with & or * in quotes"
        )
    }

    private static func line(of index: String.Index, in text: String) -> Int {
        text.utf8[..<index].count { $0 == UInt8(ascii: "\n") } + 1
    }

    private static func error(_ error: any Error, path: String, text: String) -> HarnessError {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let start = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
            return HarnessError(.badData, "not valid YAML: \(problem)\(start)", at: "\(path):\(mark.line)")
        case .reader(let problem, let offset, let value, _):
            let line = text.prefix(offset ?? 0).utf8.count { $0 == UInt8(ascii: "\n") } + 1
            let code = String(UInt32(bitPattern: value), radix: 16, uppercase: true)
            return HarnessError(
                .badData,
                "not valid YAML: \(problem) (U+\(code))",
                at: "\(path):\(line)",
                remedy: "write the character as an escape in double quotes"
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { Quoting.quoted($0) }.joined(separator: ", ")
            return HarnessError(
                .badData,
                "the key \(keys) stands twice in one mapping",
                at: "\(path):\(context.mark.line)",
                remedy: "keep one of them"
            )
        default:
            return HarnessError(.badData, "not valid YAML: \(error)", at: path)
        }
    }
}
