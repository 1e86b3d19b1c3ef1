import Foundation
import HarnessCore

/// The templates of a language, parsed and checked.
struct LanguageTemplates: Sendable {
    private let definition: RunnerDefinition
    private let types: TypePatterns
    private let head: Template
    private let record: Template
    private let errors: Template
    private let function: Template
    private let object: Template
    private let ending: Template
    private let glueFunction: Template?
    private let glueObject: Template?

    /// Nil where the definition has no prompt, as Python's; throws where a template is none.
    init?(_ definition: RunnerDefinition, file: URL) throws(HarnessError) {
        guard let prompt = definition.prompt, let types = definition.types else { return nil }
        self.definition = definition
        self.types = types
        func template(_ text: String, _ key: String) throws(HarnessError) -> Template {
            do throws(Template.Fault) {
                return try Template(text, vocabulary: PromptContext.vocabulary)
            } catch {
                throw HarnessError(
                    .badConfiguration,
                    "\(key): \(error.message)",
                    at: file.path,
                    remedy: "runners/README.md lists the names that templates can use."
                )
            }
        }
        head = try template(prompt.head, "prompt.head")
        record = try template(prompt.record, "prompt.record")
        errors = try template(prompt.errors, "prompt.errors")
        function = try template(prompt.function, "prompt.function")
        object = try template(prompt.object, "prompt.object")
        ending = try template(prompt.ending, "prompt.ending")
        glueFunction = try definition.glue.map { glue throws(HarnessError) in
            try template(glue.function, "glue.function")
        }
        glueObject = try definition.glue.map { glue throws(HarnessError) in
            try template(glue.object, "glue.object")
        }
    }

    /// What a model is asked.
    func prompt(_ test: CaseTest, prose: String) -> String {
        let context = context(test, prose)
        let entry =
            switch test.signature {
            case .function: function
            case .object: object
            }
        return head.render(context) + declarations(test.signature.records, context)
            + (test.errorKinds.isEmpty ? "" : errors.render(context)) + entry.render(context)
    }

    /// What follows a completion of the prompt.
    func ending(_ test: CaseTest, prose: String) -> String { ending.render(context(test, prose)) }

    /// The source that is compiled beside a program; nil where the language has none.
    func glue(_ test: CaseTest) -> (name: String, text: String)? {
        guard let glue = definition.glue else { return nil }
        let template =
            switch test.signature {
            case .function: glueFunction
            case .object: glueObject
            }
        return template.map { (glue.file, $0.render(context(test, ""))) }
    }

    /// Puts in front of a whole program what it uses and does not declare.
    func completing(_ program: String, for test: CaseTest) -> String {
        let context = context(test, "")
        let solution = definition.solution
        var inserted = ""
        if let pattern = solution.head, !Self.finds(pattern, in: program) { inserted += head.render(context) }
        let missing = test.signature.records.filter { record in
            guard let pattern = solution.record else { return false }
            return !Self.finds(pattern.replacing("{{name}}", with: record.name), in: program)
        }
        inserted += declarations(missing, context)
        if let pattern = solution.error { inserted += missingErrors(pattern, test, context, program) }
        guard !inserted.isEmpty else { return program }
        guard let first = solution.firstLines else { return inserted + program }
        var lines = program.split(separator: "\n", omittingEmptySubsequences: false)
        guard let last = lines.lastIndex(where: { Self.finds(first, in: String($0)) }) else {
            return inserted + program
        }
        let kept = lines[...last].joined(separator: "\n") + "\n"
        lines.removeSubrange(...last)
        return kept + inserted + lines.joined(separator: "\n")
    }

    /// Declarations of the errors that a program does not declare itself.
    ///
    /// Where every kind brings its own declaration those that are missing; where one text declares all of them,
    /// that text, unless one is there.
    private func missingErrors(
        _ pattern: String,
        _ test: CaseTest,
        _ context: TemplateContext,
        _ program: String
    ) -> String {
        let forms = test.errorKinds.compactMap { kind in
            definition.errors.kinds[kind].map { (kind: kind.rawValue, form: $0) }
        }
        let missing = forms.filter { entry in
            let name = entry.form.names.first ?? ""
            return !Self.finds(pattern.replacing("{{name}}", with: name), in: program)
        }
        if definition.prompt?.errors == PromptTexts.defaultErrors {
            let kinds = Set(missing.filter { !$0.form.declaration.isEmpty }.map(\.kind))
            guard !kinds.isEmpty, case .items(let items) = context["errors"] ?? .items([]) else { return "" }
            var context = context
            context["errors"] = .items(
                items.filter { item in
                    if case .text(let kind) = item["kind"] ?? .flag(false) {
                        kinds.contains(kind)
                    } else {
                        false
                    }
                }
            )
            return errors.render(context)
        }
        return forms.isEmpty || missing.count < forms.count ? "" : errors.render(context)
    }

    private func declarations(_ records: [CaseTest.RecordType], _ context: TemplateContext) -> String {
        guard case .items(let items) = context["records"] ?? .items([]) else { return "" }
        let names = Set(records.map(\.name))
        return items.filter { item in
            if case .text(let name) = item["name"] ?? .flag(false) { names.contains(name) } else { false }
        }
        .map { record.render(context.merging($0) { _, new in new }) }.joined()
    }

    private func context(_ test: CaseTest, _ prose: String) -> TemplateContext {
        PromptContext(test: test, prose: prose, definition: definition, types: types).context
    }

    private static func finds(_ pattern: String, in text: String) -> Bool {
        guard let expression = try? NSRegularExpression(pattern: pattern, options: .anchorsMatchLines) else {
            return false
        }
        return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
}
