/// A text with holes: `{{name}}`, `{{#section}}…{{/section}}`, `{{^section}}…{{/section}}`.
///
/// A small part of mustache (mustache.github.io, "mustache(5)") without escaping, partials and lambdas, and
/// with one addition: `{{#list ", "}}` puts a text between the items.
struct Template: Sendable, Hashable {
    private var parts: [Part]

    private indirect enum Part: Sendable, Hashable {
        case text(String)
        case value(String)
        case section(name: String, separator: String, isInverted: Bool, parts: [Part])
    }

    /// Why a text is no template.
    struct Fault: Error, Hashable {
        var message: String
    }

    /// Parses a template whose names must all be in `vocabulary`.
    init(_ text: String, vocabulary: Set<String>) throws(Fault) {
        var scanner = TemplateScanner(text)
        var open: [(name: String, separator: String, isInverted: Bool, parts: [Part])] = []
        var parts: [Part] = []
        while let token = try scanner.next() {
            switch token {
            case .text(let text): parts.append(.text(text))
            case .value(let name):
                try Self.check(name, vocabulary)
                parts.append(.value(name))
            case .open(let name, let separator, let isInverted):
                try Self.check(name, vocabulary)
                open.append((name, separator, isInverted, parts))
                parts = []
            case .close(let name):
                guard let section = open.popLast(), section.name == name else {
                    throw Fault(message: "{{/\(name)}} closes no open section")
                }
                let inner = Part.section(
                    name: name,
                    separator: section.separator,
                    isInverted: section.isInverted,
                    parts: parts
                )
                parts = section.parts + [inner]
            }
        }
        if let section = open.last { throw Fault(message: "{{#\(section.name)}} is never closed") }
        self.parts = parts
    }

    private static func check(_ name: String, _ vocabulary: Set<String>) throws(Fault) {
        guard !vocabulary.contains(name) else { return }
        throw Fault(message: "{{\(name)}} is no name that has a value here")
    }

    /// Fills the holes from a context.
    func render(_ context: TemplateContext) -> String {
        var text = ""
        Self.render(parts, [context], into: &text)
        return text
    }

    private static func render(_ parts: [Part], _ contexts: [TemplateContext], into text: inout String) {
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .value(let name): text += look(name, in: contexts)?.text ?? ""
            case .section(let name, let separator, let isInverted, let inner):
                let value = look(name, in: contexts) ?? .flag(false)
                if isInverted {
                    if !value.holds { render(inner, contexts, into: &text) }
                } else if case .items(let items) = value {
                    for (index, item) in items.enumerated() {
                        if index > 0 { text += separator }
                        render(inner, contexts + [item], into: &text)
                    }
                } else if value.holds {
                    render(inner, contexts, into: &text)
                }
            }
        }
    }

    private static func look(_ name: String, in contexts: [TemplateContext]) -> TemplateValue? {
        for context in contexts.reversed() {
            if let value = context[name] { return value }
        }
        return nil
    }
}

/// Names and what they stand for; an inner context hides an outer one.
typealias TemplateContext = [String: TemplateValue]

/// What a name in a template stands for.
indirect enum TemplateValue: Sendable, Hashable {
    case text(String)
    case flag(Bool)
    case items([TemplateContext])

    static func number(_ number: Int) -> TemplateValue { .text(String(number)) }

    fileprivate var text: String {
        switch self {
        case .text(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .items(let items): String(items.count)
        }
    }

    fileprivate var holds: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .flag(let flag): flag
        case .items(let items): !items.isEmpty
        }
    }
}
