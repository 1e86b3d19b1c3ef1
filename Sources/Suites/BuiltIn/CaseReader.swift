import HarnessCore
import Yams

/// Reads the `cases` of a task file and checks every value against the signature.
struct CaseReader {
    let file: YAMLFile
    let signature: CaseTest.Signature
    private let values: ValueReader

    init(file: YAMLFile, signature: CaseTest.Signature) {
        self.file = file
        self.signature = signature
        let records =
            switch signature {
            case .function(let function): function.records
            case .object(let object): object.records
            }
        // Names are unique: the signature's reader saw to it.
        values = ValueReader(
            file: file,
            records: Dictionary(records.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        )
    }

    func testCase(_ node: Node) throws(HarnessError) -> TestCase {
        switch signature {
        case .function(let function):
            let fields = try Fields(
                node,
                of: "a case",
                allowed: ["args", "returns", "raises", "args_after"],
                in: file
            )
            return TestCase(calls: [
                try call(
                    fields,
                    target: .function,
                    name: function.name,
                    parameters: function.parameters,
                    returns: function.returns
                )
            ])
        case .object(let object): return try objectCase(node, object)
        }
    }

    private func objectCase(_ node: Node, _ object: CaseTest.ObjectType) throws(HarnessError) -> TestCase {
        let fields = try Fields(
            node,
            of: "a case of an object",
            allowed: ["new", "calls", "raises"],
            in: file
        )
        let arguments = try arguments(fields, key: "new", parameters: object.parameters, of: object.name)
        let calls = try fields.items("calls")
        if fields["raises"] != nil {
            guard calls == nil else {
                throw file.error(
                    "a case cannot have both \"raises\" and \"calls\"",
                    at: node,
                    remedy:
                        "an object whose construction fails takes no calls; put the error at the call that raises it"
                )
            }
            let kind = try fields.word("raises", as: ErrorKind.self)
            return TestCase(calls: [
                TestCase.Call(target: .constructor, arguments: arguments, expectation: .raises(kind))
            ])
        }
        guard let calls, !calls.isEmpty else {
            throw file.error("the case checks nothing", at: node, remedy: "give it \"calls\" or \"raises\"")
        }
        var result = [
            TestCase.Call(target: .constructor, arguments: arguments, expectation: .returns(.null))
        ]
        for item in calls { result.append(try methodCall(item, object)) }
        return TestCase(calls: result)
    }

    private func methodCall(_ node: Node, _ object: CaseTest.ObjectType) throws(HarnessError) -> TestCase.Call
    {
        let fields = try Fields(
            node,
            of: "a call",
            allowed: ["call", "args", "returns", "raises", "args_after"],
            in: file
        )
        let name = try fields.text("call")
        guard let method = object.methods.first(where: { $0.name == name }) else {
            let names = object.methods.map(\.name)
            throw file.error(
                "\(object.name) has no method \(Quoting.quoted(name))",
                at: try fields.required("call"),
                remedy: Suggestion.remedy(for: name, among: names)
                    ?? "its methods are \(names.joined(separator: ", "))"
            )
        }
        return try call(
            fields,
            target: .method(name),
            name: name,
            parameters: method.parameters,
            returns: method.returns
        )
    }

    private func call(
        _ fields: Fields,
        target: TestCase.Target,
        name: String,
        parameters: [CaseTest.Parameter],
        returns: ValueType
    ) throws(HarnessError) -> TestCase.Call {
        let arguments = try arguments(fields, key: "args", parameters: parameters, of: name)
        var argumentsAfter: [Value]?
        if fields["args_after"] != nil {
            argumentsAfter = try self.arguments(fields, key: "args_after", parameters: parameters, of: name)
        }
        return TestCase.Call(
            target: target,
            arguments: arguments,
            expectation: try expectation(fields, returns: returns),
            argumentsAfter: argumentsAfter
        )
    }

    private func expectation(
        _ fields: Fields,
        returns: ValueType
    ) throws(HarnessError) -> TestCase.Expectation {
        switch (fields["returns"], fields["raises"]) {
        case (.some, .some(let raises)):
            throw file.error(
                "\(fields.subject) cannot both return and raise",
                at: raises,
                remedy: "keep one of \"returns\" and \"raises\""
            )
        case (nil, .some): return .raises(try fields.word("raises", as: ErrorKind.self))
        case (.some(let node), nil): return .returns(try values.value(node, as: returns, at: "returns"))
        case (nil, nil):
            guard returns == .void else {
                throw file.error(
                    "\(fields.subject) says neither what it returns nor what it raises",
                    at: fields.node,
                    remedy: "add \"returns\" or \"raises\""
                )
            }
            return .returns(.null)
        }
    }

    private func arguments(
        _ fields: Fields,
        key: String,
        parameters: [CaseTest.Parameter],
        of name: String
    ) throws(HarnessError) -> [Value] {
        let nodes = try fields.items(key) ?? []
        guard nodes.count == parameters.count else {
            throw file.error(
                "\"\(key)\" has \(nodes.count) values; \(name) takes \(parameters.count)",
                at: fields[key] ?? fields.node,
                remedy: parameters.isEmpty
                    ? nil
                    : "give (\(parameters.map { "\($0.name): \($0.type.spelling)" }.joined(separator: ", ")))"
            )
        }
        var arguments: [Value] = []
        for (index, (node, parameter)) in zip(nodes, parameters).enumerated() {
            arguments.append(try values.value(node, as: parameter.type, at: "\(key)[\(index)]"))
        }
        return arguments
    }
}
