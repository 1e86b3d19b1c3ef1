package import HarnessCore

/// The calls of typed cases, as a driver reads them.
///
/// Calls are numbered from 0 over all cases; each case of a stateful object has an object of its own, whose
/// id is the case's position. Expected values stay here.
package enum CaseCalls {
    /// Encodes one `C`, `O` or `M` frame per call, and the `Z` that ends them.
    package static func encode(_ test: CaseTest) -> [UInt8] {
        var bytes: [UInt8] = []
        var sequence: Int64 = 0
        for (index, testCase) in test.cases.enumerated() {
            for call in testCase.calls {
                bytes.append(
                    contentsOf: frame(call, sequence: sequence, object: Int64(index), of: test.signature)
                )
                sequence += 1
            }
        }
        bytes.append(contentsOf: WireFormat.encode(frame: "Z", []))
        return bytes
    }

    private static func frame(
        _ call: TestCase.Call,
        sequence: Int64,
        object: Int64,
        of signature: CaseTest.Signature
    ) -> [UInt8] {
        let arguments = Value.list(call.arguments)
        let name =
            switch signature {
            case .function(let function): function.name
            case .object(let object): object.name
            }
        return switch call.target {
        case .function: WireFormat.encode(frame: "C", [.int(sequence), .text(name), arguments])
        case .constructor:
            WireFormat.encode(frame: "O", [.int(sequence), .int(object), .text(name), arguments])
        case .method(let method):
            WireFormat.encode(frame: "M", [.int(sequence), .int(object), .text(method), arguments])
        }
    }
}
