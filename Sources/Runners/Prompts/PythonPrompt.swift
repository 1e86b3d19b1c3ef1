import HarnessCore

/// A typed task as Python source: the start of a module that a model continues.
struct PythonPrompt {
    var prose: String
    var test: CaseTest

    /// The records, then the function's header or the class's, each with its documentation.
    var text: String {
        let records = recordDeclarations(test.signature.records)
        switch test.signature {
        case .function(let function):
            let header =
                "def \(function.name)(\(parameters(function.parameters))) -> \(render(function.returns)):\n"
            return records + header + documentation(lines: [])
        case .object(let object):
            return records + "class \(object.name):\n" + documentation(lines: interface(of: object)) + "\n"
        }
    }

    /// Puts the declarations of records in front of a program that uses them without declaring them.
    func addingRecords(to program: String) -> String {
        let missing = test.signature.records.filter { !isDeclared($0.name, in: program) }
        guard !missing.isEmpty else { return program }
        let preamble = recordDeclarations(missing)
        // A future import must stay the first statement of a module.
        var head: [Substring] = []
        var lines = program.split(separator: "\n", omittingEmptySubsequences: false)
        if let last = lines.lastIndex(where: { $0.hasPrefix("from __future__ import") }) {
            head = Array(lines[...last])
            lines.removeSubrange(...last)
        }
        return head.map { $0 + "\n" }.joined() + preamble + lines.joined(separator: "\n")
    }

    // MARK: - Documentation

    private func documentation(lines extra: [String]) -> String {
        var lines = prose.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        if !extra.isEmpty { lines += [""] + extra }
        if !errorLines.isEmpty { lines += [""] + errorLines }
        let body = lines.enumerated().map { index, line in
            let escaped = line.replacing("\\", with: "\\\\").replacing("\"\"\"", with: "\\\"\\\"\\\"")
            return index == 0 || escaped.isEmpty ? escaped : "    " + escaped
        }
        return "    \"\"\"" + body.joined(separator: "\n") + "\n    \"\"\"\n"
    }

    private func interface(of object: CaseTest.ObjectType) -> [String] {
        let constructor = "__init__(\(parameters([], following: object.parameters))) -> None"
        let methods = object.methods.map { method in
            "\(method.name)(\(parameters([], following: method.parameters))) -> \(render(method.returns))"
        }
        return ["Methods:"] + ([constructor] + methods).map { "    " + $0 }
    }

    private var errorLines: [String] {
        let kinds = test.errorKinds
        guard !kinds.isEmpty else { return [] }
        return ["Errors:"]
            + kinds.map { kind in
                "    \(kind.pythonClass) for \(kind.inWords)"
            }
    }

    // MARK: - Declarations

    private func recordDeclarations(_ records: [CaseTest.RecordType]) -> String {
        guard !records.isEmpty else { return "" }
        // Where Python needs a hash: in a set or as the key of a map.
        let hashed = test.signature.keyRecords
        let decorator = hashed.isEmpty ? "@dataclass" : "@dataclass(frozen=True)"
        var declared: Set<String> = []
        var text = "from dataclasses import dataclass\n\n\n"
        for record in records {
            text += (hashed.contains(record.name) ? decorator : "@dataclass") + "\n"
            text += "class \(record.name):\n"
            for field in record.fields {
                text += "    \(field.name): \(render(field.type, declared: declared))\n"
            }
            if record.fields.isEmpty { text += "    pass\n" }
            text += "\n\n"
            declared.insert(record.name)
        }
        return text
    }

    private func isDeclared(_ name: String, in program: String) -> Bool {
        program.split(whereSeparator: \.isNewline).contains { line in
            let statement = line.drop(while: \.isWhitespace)
            guard statement.hasPrefix("class ") else { return false }
            return statement.dropFirst(6).prefix { $0.isLetter || $0.isNumber || $0 == "_" } == name
        }
    }

    private func parameters(
        _ own: [CaseTest.Parameter],
        following: [CaseTest.Parameter]? = nil
    ) -> String {
        let list = (own + (following ?? [])).map { "\($0.name): \(render($0.type))" }
        return ((following == nil ? [] : ["self"]) + list).joined(separator: ", ")
    }

    /// Renders a type hint; a record that is not declared yet is quoted, as Python wants it.
    private func render(_ type: ValueType, declared: Set<String>? = nil) -> String {
        switch type {
        case .int: "int"
        case .float: "float"
        case .bool: "bool"
        case .string: "str"
        case .bytes: "bytes"
        case .void: "None"
        case .list(let element): "list[\(render(element, declared: declared))]"
        case .set(let element): "set[\(render(element, declared: declared))]"
        case .map(let key, let value):
            "dict[\(render(key, declared: declared)), \(render(value, declared: declared))]"
        case .tuple(let elements):
            elements.isEmpty
                ? "tuple[()]"
                : "tuple[\(elements.map { render($0, declared: declared) }.joined(separator: ", "))]"
        case .optional(let wrapped):
            // A quoted name cannot be an operand of `|`.
            if case .record(let name) = wrapped, declared?.contains(name) == false {
                "\"\(name) | None\""
            } else {
                "\(render(wrapped, declared: declared)) | None"
            }
        case .record(let name): declared?.contains(name) == false ? "\"\(name)\"" : name
        }
    }
}

extension ErrorKind {
    /// The exception class that a Python program raises for this kind.
    fileprivate var pythonClass: String {
        switch self {
        case .invalidArgument: "ValueError"
        case .outOfRange: "IndexError"
        case .notFound: "KeyError"
        case .wrongType: "TypeError"
        case .invalidState: "RuntimeError"
        case .arithmetic: "ZeroDivisionError"
        case .permissionDenied: "PermissionError"
        }
    }
}
