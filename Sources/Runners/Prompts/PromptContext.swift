import HarnessCore

/// What the templates of a language can say about a task.
struct PromptContext {
    /// The task's test, in native names.
    var test: CaseTest
    var prose: String
    var definition: RunnerDefinition
    var types: TypePatterns

    /// Every name that has a value somewhere.
    static let vocabulary: Set<String> = [
        "name", "is_function", "is_object", "wide", "prose", "text", "is_first", "is_last", "is_blank",
        "parameters", "type", "index", "number", "is_changed", "kind", "count", "returns", "returns_kind",
        "is_void", "raises", "constructor", "methods", "records", "fields", "is_key", "errors", "kind_pascal",
        "kind_camel", "prompt", "declaration", "description", "source_file", "has_records", "has_errors",
    ]

    var context: TemplateContext {
        var context: TemplateContext = [
            "name": .text(test.signature.name),
            "wide": .flag(test.usesWideIntegers),
            "prose": .items(proseLines),
            "records": .items(records),
            "has_records": .flag(!test.signature.records.isEmpty),
            "errors": .items(errors),
            "has_errors": .flag(!errors.isEmpty),
            "source_file": .text(definition.sourceFile),
            "methods": .items([]),
            "constructor": .items([]),
            "parameters": .items([]),
        ]
        switch test.signature {
        case .function(let function):
            context["is_function"] = .flag(true)
            context["is_object"] = .flag(false)
            context.merge(self.function(function, target: .function)) { _, new in new }
        case .object(let object):
            context["is_function"] = .flag(false)
            context["is_object"] = .flag(true)
            context["constructor"] = .items([
                [
                    "parameters": .items(parameters(object.parameters, of: .constructor)),
                    "count": .number(object.parameters.count),
                    "raises": .flag(raises(.constructor)),
                ]
            ])
            context["methods"] = .items(
                numbered(object.methods.map { function($0, target: .method($0.name)) })
            )
        }
        return context
    }

    private func function(_ function: CaseTest.Function, target: TestCase.Target) -> TemplateContext {
        [
            "name": .text(function.name),
            "parameters": .items(parameters(function.parameters, of: target)),
            "count": .number(function.parameters.count),
            "returns": .text(types.text(function.returns, at: .result, isWide: test.usesWideIntegers)),
            "returns_kind": .text(function.returns.word.rawValue),
            "is_void": .flag(function.returns == .void),
            "raises": .flag(raises(target)),
        ]
    }

    private func parameters(
        _ parameters: [CaseTest.Parameter],
        of target: TestCase.Target
    ) -> [TemplateContext] {
        let changed = changedParameters(of: target)
        return numbered(
            parameters.enumerated().map { index, parameter in
                let isChanged = changed.contains(index)
                let position = isChanged ? TypePatterns.Position.changed : .parameter
                return [
                    "name": .text(parameter.name),
                    "type": .text(types.text(parameter.type, at: position, isWide: test.usesWideIntegers)),
                    "kind": .text(parameter.type.word.rawValue),
                    "is_changed": .flag(isChanged),
                ]
            }
        )
    }

    private var records: [TemplateContext] {
        let keys = test.signature.keyRecords
        return numbered(
            test.signature.records.map { record in
                [
                    "name": .text(record.name),
                    "count": .number(record.fields.count),
                    "is_key": .flag(keys.contains(record.name)),
                    "fields": .items(
                        numbered(
                            record.fields.map { field in
                                [
                                    "name": .text(field.name),
                                    "type": .text(
                                        types.text(field.type, at: .field, isWide: test.usesWideIntegers)
                                    ),
                                    "kind": .text(field.type.word.rawValue),
                                ]
                            }
                        )
                    ),
                ]
            }
        )
    }

    private var errors: [TemplateContext] {
        numbered(
            test.errorKinds.map { kind in
                let form = definition.errors.kinds[kind]
                let name = form?.names.first ?? kind.rawValue
                let declaration = (form?.declaration ?? "").replacing("{{name}}", with: name)
                return [
                    "kind": .text(kind.rawValue),
                    "kind_pascal": .text(Naming.Style.pascal.write(kind.rawValue)),
                    "kind_camel": .text(Naming.Style.camel.write(kind.rawValue)),
                    "name": .text(name),
                    "prompt": .text(form?.prompt ?? name),
                    "declaration": .text(declaration),
                    "description": .text(kind.inWords),
                ]
            }
        )
    }

    private var proseLines: [TemplateContext] {
        var lines = prose.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        let escapes = definition.prompt?.proseEscapes.sorted { $0.key < $1.key } ?? []
        return numbered(
            lines.map { line in
                let text = escapes.reduce(line) { $0.replacing($1.key, with: $1.value) }
                return ["text": .text(text), "is_blank": .flag(text.allSatisfy(\.isWhitespace))]
            }
        )
    }

    private func numbered(_ items: [TemplateContext]) -> [TemplateContext] {
        items.enumerated().map { index, item in
            var item = item
            item["index"] = .number(index)
            item["number"] = .number(index + 1)
            item["is_first"] = .flag(index == 0)
            item["is_last"] = .flag(index == items.count - 1)
            return item
        }
    }

    private func raises(_ target: TestCase.Target) -> Bool {
        test.cases.contains { testCase in
            testCase.calls.contains { call in
                if case .raises = call.expectation { call.target == target } else { false }
            }
        }
    }

    /// Positions of parameters that some case expects to be changed in place.
    private func changedParameters(of target: TestCase.Target) -> Set<Int> {
        var changed: Set<Int> = []
        for call in test.cases.flatMap(\.calls) where call.target == target {
            guard let after = call.argumentsAfter else { continue }
            for (index, pair) in zip(call.arguments, after).enumerated() where pair.0 != pair.1 {
                changed.insert(index)
            }
        }
        return changed
    }
}

extension CaseTest {
    /// The kinds of errors that some case expects, in a fixed order.
    var errorKinds: [ErrorKind] {
        let kinds = Set(
            cases.flatMap(\.calls).compactMap { call -> ErrorKind? in
                guard case .raises(let kind) = call.expectation else { return nil }
                return kind
            }
        )
        return ErrorKind.allCases.filter(kinds.contains)
    }
}
