import HarnessCore
import Testing

@testable import Judging

struct CaseCallsTests {
    @Test func `calls of a function are numbered over all cases and hold no expected value`() {
        let function = CaseTest.Function(name: "add", parameters: [], returns: .int)
        let secret = Value.text("the expected value")
        let test = CaseTest(
            signature: .function(function),
            cases: [1, 2].map { number in
                TestCase(calls: [
                    .init(target: .function, arguments: [.int(number)], expectation: .returns(secret))
                ])
            }
        )

        let bytes = CaseCalls.encode(test)

        #expect(
            bytes
                == WireFormat.encode(frame: "C", [.int(0), .text("add"), .list([.int(1)])])
                + WireFormat.encode(frame: "C", [.int(1), .text("add"), .list([.int(2)])])
                + WireFormat.encode(frame: "Z", [])
        )
        #expect(!String(decoding: bytes, as: UTF8.self).contains("expected"))
    }

    @Test func `each case of a stateful object has an object of its own`() {
        let object = CaseTest.ObjectType(
            name: "Stack",
            parameters: [],
            methods: [.init(name: "push", parameters: [], returns: .void)]
        )
        let calls = [
            TestCase.Call(target: .constructor, arguments: [], expectation: .returns(.null)),
            TestCase.Call(target: .method("push"), arguments: [.int(5)], expectation: .returns(.null)),
        ]
        let test = CaseTest(
            signature: .object(object),
            cases: [TestCase(calls: calls), TestCase(calls: calls)]
        )

        let frames = WireFormat.leadingFrames(in: CaseCalls.encode(test)).frames

        #expect(frames.map { Character(Unicode.Scalar($0.kind)) } == ["O", "M", "O", "M", "Z"])
        #expect(
            (try? frames.map { try $0.values() }) == [
                [.int(0), .int(0), .text("Stack"), .list([])],
                [.int(1), .int(0), .text("push"), .list([.int(5)])],
                [.int(2), .int(1), .text("Stack"), .list([])],
                [.int(3), .int(1), .text("push"), .list([.int(5)])],
                [],
            ]
        )
    }
}
