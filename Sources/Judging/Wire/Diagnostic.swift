package import HarnessCore

/// What a driver says about an exception, read without trust: every field may be missing or absurd.
package struct Diagnostic: Sendable, Hashable {
    /// Name of the exception's class.
    package var type: String
    /// Names of the builtin classes it is or descends from.
    package var bases: [String]
    package var message: String
    package var stage: Stage
    /// Innermost line in the candidate's source, from 1.
    package var line: Int?
    /// The name that is missing.
    package var name: String?
    /// What lacks the attribute: `module:math`, `builtin:list`, `own:Stack`, `none`, `other:deque`.
    package var object: String?
    /// Whether the missing name is bound anywhere in the source.
    package var isDefined: Bool
    package var isStandardModule: Bool
    /// The module that is missing, or that lacks the name.
    package var module: String?
    /// Whose signature the call did not fit: `own` or `foreign`.
    package var callee: String?
    /// Whether the parser ran out of text.
    package var isAtEnd: Bool
    /// Set when the requested function or class is absent.
    package var missingEntry: String?
    /// Whether the entry point itself does not take the task's arguments.
    package var isSignatureMismatch: Bool

    package enum Stage: String, Sendable, Hashable {
        /// No driver says this: the harness reads a compiler's messages.
        case compile
        /// Nor this: the harness reads what a program that ended left on standard error.
        case exit
        case parse
        case load
        case call

        init?(ofDriver text: String) {
            self.init(rawValue: text)
            if self == .compile || self == .exit { return nil }
        }
    }

    package init(
        type: String,
        bases: [String] = [],
        message: String = "",
        stage: Stage = .call,
        line: Int? = nil,
        name: String? = nil,
        object: String? = nil,
        isDefined: Bool = false,
        isStandardModule: Bool = false,
        module: String? = nil,
        callee: String? = nil,
        isAtEnd: Bool = false,
        missingEntry: String? = nil,
        isSignatureMismatch: Bool = false
    ) {
        self.type = type
        self.bases = bases
        self.message = message
        self.stage = stage
        self.line = line
        self.name = name
        self.object = object
        self.isDefined = isDefined
        self.isStandardModule = isStandardModule
        self.module = module
        self.callee = callee
        self.isAtEnd = isAtEnd
        self.missingEntry = missingEntry
        self.isSignatureMismatch = isSignatureMismatch
    }

    /// Reads the map of an `X` or `E` frame; nil unless it is a map with a type.
    package init?(_ value: Value) {
        guard let fields = WireFields(value), let type = fields.text("type") else { return nil }
        let bases: [Value] = if case .list(let items) = fields["bases"] { items } else { [] }
        self.init(
            type: type,
            bases: bases.prefix(64).compactMap { if case .text(let name) = $0 { name } else { nil } },
            message: fields.text("message") ?? "",
            stage: fields.text("stage").flatMap(Stage.init(ofDriver:)) ?? .call,
            line: fields.natural("line"),
            name: fields.text("name"),
            object: fields.text("object"),
            isDefined: fields.flag("is_defined"),
            isStandardModule: fields.flag("is_stdlib_module"),
            module: fields.text("module"),
            callee: fields.text("callee"),
            isAtEnd: fields.flag("at_end"),
            missingEntry: fields.text("missing_entry"),
            isSignatureMismatch: fields.flag("signature_mismatch")
        )
    }

    /// Whether the exception is of this builtin class or descends from it.
    ///
    /// A class of the program's own that only borrows the name does not count.
    func isA(_ className: String) -> Bool {
        bases.isEmpty ? type == className : bases.contains(className)
    }

    /// `ValueError: k must be positive`, safe to print.
    var summary: String {
        let text = message.isEmpty ? type : "\(type): \(message)"
        return EvidenceText.escaped(text)
    }
}

/// A map with text keys, as drivers send them.
struct WireFields {
    private var fields: [String: Value] = [:]

    /// nil unless the value is a map whose keys are text; of a repeated key the first counts.
    init?(_ value: Value) {
        guard case .map(let entries) = value else { return nil }
        for entry in entries {
            guard case .text(let key) = entry.key else { return nil }
            if fields[key] == nil { fields[key] = entry.value }
        }
    }

    subscript(key: String) -> Value? { fields[key] }

    func text(_ key: String) -> String? {
        if case .text(let text) = fields[key] { text } else { nil }
    }

    func flag(_ key: String) -> Bool {
        if case .bool(let flag) = fields[key] { flag } else { false }
    }

    /// A number that counts something; nil for negative or absurdly large ones.
    func natural(_ key: String) -> Int? {
        guard case .int(let number) = fields[key], (0...Int64(Int32.max)).contains(number) else { return nil }
        return Int(number)
    }

    /// Any value as text for a report: text as it is, the rest rendered.
    func rendered(_ key: String) -> String? {
        switch fields[key] {
        case nil, .null: nil
        case .text(let text): EvidenceText.escaped(text, limit: EvidenceText.valueLimit)
        case .some(let value): EvidenceText.rendered(value)
        }
    }
}
