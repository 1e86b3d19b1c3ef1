import HarnessCore
import Testing

@testable import Suites

@Suite struct ObjectTaskTests {
    private static func fixture(_ cases: String) -> TaskFixture {
        var fixture = TaskFixture()
        fixture.signature = """
            signature:
              object: LruCache
              parameters: [{ capacity: int }]
              methods:
                - { name: get, parameters: [{ key: int }], returns: "optional<int>" }
                - { name: put, parameters: [{ key: int }, { value: int }], returns: void }
            """
        fixture.cases = "cases:\n\(cases)"
        return fixture
    }

    @Test func `A case constructs the object and calls its methods in order`() throws {
        let test = try Self.fixture(
            """
              - new: [2]
                calls:
                  - { call: put, args: [1, 10] }
                  - { call: get, args: [1], returns: 10 }
                  - { call: get, args: [2], returns: null }
                  - { call: get, args: [9], raises: not_found }
              - { new: [-1], raises: invalid_argument }
            """
        ).test()

        #expect(
            test.cases == [
                TestCase(calls: [
                    .init(target: .constructor, arguments: [.int(2)], expectation: .returns(.null)),
                    .init(
                        target: .method("put"),
                        arguments: [.int(1), .int(10)],
                        expectation: .returns(.null)
                    ),
                    .init(target: .method("get"), arguments: [.int(1)], expectation: .returns(.int(10))),
                    .init(target: .method("get"), arguments: [.int(2)], expectation: .returns(.null)),
                    .init(target: .method("get"), arguments: [.int(9)], expectation: .raises(.notFound)),
                ]),
                TestCase(calls: [
                    .init(target: .constructor, arguments: [.int(-1)], expectation: .raises(.invalidArgument))
                ]),
            ]
        )
    }

    @Test(arguments: [
        (
            "  - { new: [], calls: [{ call: get, args: [1], returns: 1 }] }",
            "\"new\" has 0 values; LruCache takes 1"
        ),
        (
            "  - { new: [1], calls: [{ call: gett, args: [1], returns: 1 }] }",
            "LruCache has no method \"gett\""
        ),
        ("  - { new: [1], calls: [{ call: get, args: [1] }] }", "a call says neither what it returns"),
        (
            "  - { new: [1], calls: [{ call: put, args: [1], returns: null }] }",
            "\"args\" has 1 values; put takes 2"
        ),
        ("  - { new: [1], calls: [{ call: put, args: [1, 2], returns: 3 }] }", "returns must be void"),
        ("  - { new: [1] }", "the case checks nothing"),
        ("  - { new: [1], calls: [] }", "the case checks nothing"),
        (
            "  - { new: [1], raises: invalid_argument, calls: [] }",
            "cannot have both \"raises\" and \"calls\""
        ),
        ("  - { args: [1], returns: 1 }", "unknown key \"args\" in a case of an object"),
    ])
    func `A faulty case is refused`(cases: String, message: String) throws {
        let error = try Self.fixture(cases).refusal()

        #expect(error.message.contains(message), "\(error)")
        #expect(error.location == "add-up.yaml:12")
    }
}
