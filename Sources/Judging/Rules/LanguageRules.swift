import Foundation
import HarnessCore

/// The rules of a language that its runner describes: the harness's own around the patterns of the runner.
enum LanguageRules {
    /// Makes the rules; ids begin with the language's name.
    static func book(_ reading: LanguageReading) -> RuleBook {
        let language = reading.language.rawValue
        let definitions = reading.definitions
        let comments = reading.comments
        let noCode = FailureRule(
            "\(language).no-code",
            .noCode,
            "The answer is empty, or holds nothing but blank lines, comments and code fences.",
            applies: { SourceText.isWithoutCode($0.text, comments: comments) }
        )
        let patterns = reading.patterns.map { pattern in
            rule(for: pattern, language: language, definitions: definitions)
        }
        let endings = zip(reading.patterns, patterns).filter { $0.0.stages.contains(.exit) }.map(\.1)
        let errors = reading.errors
        return RuleBook(
            rules: [noCode] + first(language) + patterns + last(language),
            noCode: noCode,
            endings: endings,
            missingDependency: Set(
                reading.patterns.filter { $0.knownGroup != nil }.map { "\(language).\($0.id)" }
            ),
            isOfKind: { diagnostic, kind in errors.kind(of: [diagnostic.type] + diagnostic.bases) == kind }
        )
    }

    private static func rule(
        for pattern: MessagePattern,
        language: String,
        definitions: [String]
    ) -> FailureRule {
        let matcher = MessageMatcher(pattern, definitions: definitions)
        return FailureRule(
            "\(language).\(pattern.id)",
            pattern.mode,
            pattern.summary,
            evidence: { matcher.match($0)?.evidence ?? Evidence() },
            applies: { matcher.match($0) != nil }
        )
    }

    /// What decides before the runner's patterns.
    private static func first(_ language: String) -> [FailureRule] {
        [
            FailureRule(
                "\(language).prose",
                .prose,
                "The answer does not compile or load and reads as sentences, with hardly a line of code.",
                applies: { $0.diagnostic.stage != .call && SourceText.isProse($0.text) }
            ),
            FailureRule(
                "\(language).truncated-at-end",
                .truncated,
                "The parser ran out of text: something is still open where the answer ends.",
                applies: { $0.diagnostic.stage == .parse && $0.diagnostic.isAtEnd }
            ),
            FailureRule(
                "\(language).result-too-large",
                .output,
                "A returned value is larger than the result channel takes.",
                applies: { $0.diagnostic.type == "HarnessResultTooLarge" && $0.diagnostic.bases.isEmpty }
            ),
            FailureRule(
                "\(language).missing-entry-point",
                .missingEntryPoint,
                "The requested function, class, method or record is not defined.",
                applies: { $0.diagnostic.missingEntry != nil }
            ),
            FailureRule(
                "\(language).entry-point-signature",
                .missingEntryPoint,
                "The entry point exists and does not take the arguments that were asked for.",
                applies: { $0.diagnostic.isSignatureMismatch }
            ),
        ]
    }

    /// What decides where no pattern does.
    private static func last(_ language: String) -> [FailureRule] {
        [
            FailureRule(
                "\(language).compile-error",
                .compileError,
                "The program does not compile, for a reason that no pattern names.",
                applies: { $0.diagnostic.stage == .compile }
            ),
            FailureRule(
                "\(language).syntax-error",
                .parseError,
                "The source does not parse.",
                applies: { $0.diagnostic.stage == .parse }
            ),
            FailureRule(
                "\(language).exception",
                .exception,
                "An exception that no other rule claims reached the caller.",
                applies: { _ in true }
            ),
        ]
    }
}

/// Finds one pattern in a message and checks its conditions.
struct MessageMatcher: Sendable {
    private let pattern: MessagePattern
    private let expression: NSRegularExpression?
    private let definitions: [String]

    /// Groups whose text goes into conditions and evidence.
    private static let groups = ["line", "name", "member", "module", "object"]

    init(_ pattern: MessagePattern, definitions: [String]) {
        self.pattern = pattern
        self.definitions = definitions
        // The catalogue of runners has refused what is no regular expression.
        expression = pattern.message.flatMap { try? NSRegularExpression(pattern: $0) }
    }

    struct Match {
        var evidence: Evidence
    }

    func match(_ context: FailureContext) -> Match? {
        let diagnostic = context.diagnostic
        guard pattern.stages.contains(diagnostic.stage.messageStage),
            pattern.types.isEmpty || pattern.types.contains(where: diagnostic.isA)
        else { return nil }
        guard let expression else {
            let isMet = meetsConditions(values: fields(of: diagnostic), context)
            return isMet ? Match(evidence: Evidence()) : nil
        }
        let text = diagnostic.message
        // Several places may match; the first that meets the conditions counts.
        for result in expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).prefix(50) {
            var values = fields(of: diagnostic)
            for group in Self.groups where pattern.message?.contains("(?<\(group)>") == true {
                if let range = Range(result.range(withName: group), in: text) {
                    values[group] = String(text[range])
                }
            }
            guard meetsConditions(values: values, context) else { continue }
            let line = Range(result.range, in: text).map { Self.line(around: $0, in: text) }
            return Match(
                evidence: Evidence(message: line ?? "", line: values["line"].flatMap { Int($0) })
            )
        }
        return nil
    }

    private func fields(of diagnostic: Diagnostic) -> [String: String] {
        var values: [String: String] = [:]
        values["name"] = diagnostic.name
        values["module"] = diagnostic.module
        values["object"] = diagnostic.object
        return values
    }

    private func meetsConditions(values: [String: String], _ context: FailureContext) -> Bool {
        for group in pattern.undefinedGroups {
            guard let value = values[group], !isDefined(value, group, context) else { return false }
        }
        if let group = pattern.knownGroup {
            guard let value = values[group], isKnown(value, context) else { return false }
        }
        if let group = pattern.unknownGroup {
            guard let value = values[group], !isKnown(value, context) else { return false }
        }
        return true
    }

    private func isDefined(_ value: String, _ group: String, _ context: FailureContext) -> Bool {
        if group == "name", context.diagnostic.isDefined { return true }
        if group == "object", value.hasPrefix("own:") || value == "none" { return true }
        let escaped = NSRegularExpression.escapedPattern(for: value)
        return definitions.contains { definition in
            let text = definition.replacing("{name}", with: escaped)
            guard let expression = try? NSRegularExpression(pattern: text, options: .anchorsMatchLines)
            else { return false }
            let program = context.program
            return expression.firstMatch(in: program, range: NSRange(program.startIndex..., in: program))
                != nil
        }
    }

    private func isKnown(_ module: String, _ context: FailureContext) -> Bool {
        if context.diagnostic.isStandardModule || context.knownPackages.contains(module) { return true }
        let top = module.prefix { !"/.:\\".contains($0) }
        return context.knownPackages.contains(String(top))
    }

    /// The whole line in which a match begins.
    private static func line(around range: Range<String.Index>, in text: String) -> String {
        // A pattern may begin with the end of the line before.
        let begin = text[range].firstIndex { !$0.isNewline } ?? range.lowerBound
        let start = text[..<begin].lastIndex(where: \.isNewline).map(text.index(after:)) ?? text.startIndex
        let end = text[begin...].firstIndex(where: \.isNewline) ?? text.endIndex
        return String(text[start..<end])
    }
}

extension Diagnostic.Stage {
    fileprivate var messageStage: MessagePattern.Stage {
        switch self {
        case .compile: .compile
        case .exit: .exit
        case .parse: .parse
        case .load: .load
        case .call: .call
        }
    }
}
