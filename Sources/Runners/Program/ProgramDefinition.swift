import Foundation
import HarnessCore

/// How stand-alone programs, a candidate together with its tests, are compiled, run and proved.
///
/// `runners/README.md` explains every key of `program`.
struct ProgramDefinition: Sendable, Hashable, Decodable {
    var compile: CompileStep?
    var run: [String]
    /// By the name of a suite's form; a form that is not here takes the default.
    var forms: [String: ProgramForm]
    var twins: [TwinRule]
    var needs: [ProgramNeed]
    /// Read before the language's own.
    var diagnostics: [MessageForm]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case compile, run, forms, twins, needs, diagnostics
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        compile = try values.optional(.compile)
        run = try values.required(.run)
        forms = try values.optional(.forms) ?? [:]
        twins = try values.optional(.twins) ?? []
        needs = try values.optional(.needs) ?? []
        diagnostics = try values.optional(.diagnostics) ?? []
    }

    func form(_ name: String) -> ProgramForm { forms[name] ?? ProgramForm() }
}

/// How one suite's problems become programs.
struct ProgramForm: Sendable, Hashable, Decodable {
    /// A template; default is prompt, completion, a line end, tests.
    var text: String
    /// What commands see as `{mode}`; default is `main`.
    var mode: String
    /// Changes of the tests before the program is assembled.
    var edits: [TestEdit]
    /// Instead of the language's own; empty where those hold.
    var twins: [TwinRule]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case text, mode, edits, twins
    }

    static let defaultText = "{{prompt}}{{completion}}\n{{tests}}"
    static let vocabulary: Set<String> = ["prompt", "completion", "tests", "declaration", "import", "setup"]

    init() {
        text = Self.defaultText
        mode = "main"
        edits = []
        twins = []
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        text = try values.optional(.text) ?? Self.defaultText
        mode = try values.optional(.mode) ?? "main"
        edits = try values.optional(.edits) ?? []
        twins = try values.optional(.twins) ?? []
        do throws(Template.Fault) {
            _ = try Template(text, vocabulary: Self.vocabulary)
        } catch {
            throw ExpressionText.fault(decoder, "\"text\": \(error.message)")
        }
    }
}

/// A change of the tests that their end can be seen from outside.
struct TestEdit: Sendable, Hashable, Decodable {
    var find: String
    var put: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case find, put
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        find = try values.required(.find)
        put = try values.required(.put)
        try ExpressionText.check(find, decoder)
    }

    func applied(to text: String) -> String {
        guard let expression = ExpressionText.compiled(find) else { return text }
        let range = NSRange(text.startIndex..., in: text)
        return expression.stringByReplacingMatches(in: text, range: range, withTemplate: put)
    }
}

/// Something beside the language that some programs need, such as a library of the tests.
struct ProgramNeed: Sendable, Hashable, Decodable {
    /// Finds the programs that need it.
    var find: String
    /// What the probe defines where it is there.
    var define: String
    /// The Debian package that brings it.
    var package: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case find, define, package
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        find = try values.required(.find)
        define = try values.required(.define)
        package = try values.required(.package)
        try ExpressionText.check(find, decoder)
    }
}

/// Regular expressions of a definition: ICU's, matched line by line.
enum ExpressionText {
    static func compiled(_ pattern: String) -> NSRegularExpression? {
        try? NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
    }

    static func check(_ pattern: String, _ decoder: any Decoder) throws {
        guard compiled(pattern) == nil else { return }
        throw fault(decoder, "no regular expression: \(pattern)")
    }

    static func fault(_ decoder: any Decoder, _ message: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: message))
    }
}
