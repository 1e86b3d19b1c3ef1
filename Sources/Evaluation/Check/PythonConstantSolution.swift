import HarnessCore

/// Python source with a task's interface whose functions return constants.
struct PythonConstantSolution {
    private let test: CaseTest

    init(test: CaseTest) { self.test = test }

    var text: String {
        switch test.signature {
        case .function(let function):
            let answer = commonAnswer { $0 == .function }
            return records(function.records)
                + "def \(function.name)(*arguments):\n    return \(PythonLiteral.text(of: answer))\n"
        case .object(let object):
            let methods = object.methods.map { method in
                let answer = commonAnswer { $0 == .method(method.name) }
                return
                    "\n    def \(method.name)(self, *arguments):\n        return \(PythonLiteral.text(of: answer))\n"
            }
            return records(object.records)
                + "class \(object.name):\n    def __init__(self, *arguments):\n        pass\n"
                + methods.joined()
        }
    }

    /// The result that most cases expect of a target, the earliest of equals; null where none returns.
    private func commonAnswer(of isTarget: (TestCase.Target) -> Bool) -> Value {
        var counts: [Value: Int] = [:]
        var answers: [Value] = []
        for call in test.cases.flatMap(\.calls) where isTarget(call.target) {
            guard case .returns(let value) = call.expectation else { continue }
            if counts[value] == nil { answers.append(value) }
            counts[value, default: 0] += 1
        }
        var best = Value.null
        var most = 0
        for answer in answers {
            guard let count = counts[answer], count > most else { continue }
            (best, most) = (answer, count)
        }
        return best
    }

    private func records(_ records: [CaseTest.RecordType]) -> String {
        guard !records.isEmpty else { return "" }
        let classes = records.map { record in
            let fields = record.fields.map { "    \($0.name): object\n" }.joined()
            return "@dataclass\nclass \(record.name):\n\(fields.isEmpty ? "    pass\n" : fields)\n"
        }
        return "from dataclasses import dataclass\n\n" + classes.joined() + "\n"
    }
}

/// Values written as Python expressions.
enum PythonLiteral {
    static func text(of value: Value) -> String {
        switch value {
        case .null, .opaque: "None"
        case .bool(let flag): flag ? "True" : "False"
        case .int(let number): "\(number)"
        case .bigInteger(let digits): digits
        case .float(let number): text(of: number)
        case .text(let text): quoted(text)
        case .bytes(let bytes): "bytes([\(bytes.map(String.init).joined(separator: ", "))])"
        case .list(let items): "[\(joined(items))]"
        case .tuple(let items): items.count == 1 ? "(\(joined(items)),)" : "(\(joined(items)))"
        case .set(let items): "set([\(joined(items))])"
        case .map(let entries):
            "{\(entries.map { "\(text(of: $0.key)): \(text(of: $0.value))" }.joined(separator: ", "))}"
        case .record(let name, let fields):
            "\(name)(\(fields.map { "\($0.name)=\(text(of: $0.value))" }.joined(separator: ", ")))"
        }
    }

    private static func joined(_ items: [Value]) -> String {
        items.map(text(of:)).joined(separator: ", ")
    }

    private static func text(of number: Double) -> String {
        if number.isNaN { return "float(\"nan\")" }
        if number.isInfinite { return number < 0 ? "float(\"-inf\")" : "float(\"inf\")" }
        return "\(number)"
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"", "\\": return "\\\(scalar)"
            case " "..."~": return String(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return "\"\(escaped.joined())\""
    }
}
