import HarnessCore
import Testing

@Suite struct TaskTestCanonicalTests {
    private static let function = CaseTest.Function(
        name: "f",
        parameters: [CaseTest.Parameter(name: "a", type: .list(.int))],
        returns: .int
    )
    private static let call = TestCase.Call(
        target: .function,
        arguments: [.int(1)],
        expectation: .returns(.int(2))
    )
    private static let plain = CaseTest(signature: .function(function), cases: [TestCase(calls: [call])])

    /// Tests that each differ from all others in one part.
    private static let variants: [TaskTest] = {
        func changed(_ change: (inout CaseTest) -> Void) -> TaskTest {
            var test = plain
            change(&test)
            return .cases(test)
        }
        func signature(_ change: (inout CaseTest.Function) -> Void) -> TaskTest {
            var changedFunction = function
            change(&changedFunction)
            return changed { $0.signature = .function(changedFunction) }
        }
        func call(_ change: (inout TestCase.Call) -> Void) -> TaskTest {
            changed { change(&$0.cases[0].calls[0]) }
        }
        return [
            .cases(plain), changed { $0.comparison = .unordered },
            changed { $0.comparison = .float(tolerance: 1) },
            changed { $0.comparison = .float(tolerance: 2) }, changed { $0.cases = [] },
            changed { $0.cases = [$0.cases[0], $0.cases[0]] },
            changed { $0.cases = [TestCase(calls: [Self.call, Self.call])] },
            signature { $0.name = "g" }, signature { $0.returns = .float }, signature { $0.parameters = [] },
            signature { $0.parameters[0].type = .list(.float) }, signature { $0.parameters[0].name = "b" },
            signature { $0.records = [CaseTest.RecordType(name: "P", fields: [])] },
            call { $0.arguments = [.float(1)] }, call { $0.expectation = .returns(.null) },
            call { $0.expectation = .raises(.notFound) }, call { $0.argumentsAfter = [] },
            call { $0.target = .constructor }, call { $0.target = .method("f") },
            .pythonCheck(PythonCheck(entryPoint: "f", test: "x")),
            .pythonCheck(PythonCheck(entryPoint: "g", test: "x")),
            .pythonCheck(PythonCheck(entryPoint: "f", test: "y")),
        ]
    }()

    @Test func `every part of a test that can change a verdict changes its form`() {
        let forms = Self.variants.map { WireFormat.encode($0.canonical) }

        #expect(Set(forms).count == forms.count)
        #expect(forms == Self.variants.map { WireFormat.encode($0.canonical) })
    }

    @Test func `every limit changes the form of the limits`() {
        var forms = [WireFormat.encode(ResourceLimits().canonical)]
        for path: WritableKeyPath<ResourceLimits, Int> in [
            \.cpuMilliseconds, \.wallMilliseconds, \.memoryBytes, \.outputBytes, \.resultBytes, \.fileBytes,
            \.processes, \.openFiles,
        ] {
            var limits = ResourceLimits()
            limits[keyPath: path] += 1
            forms.append(WireFormat.encode(limits.canonical))
        }
        #expect(Set(forms).count == 9)
    }
}
