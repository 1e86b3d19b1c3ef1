import Testing

@testable import Runners

@Suite
struct VersionNumberTests {
    @Test(arguments: [("3.9", "3.10"), ("3.10", "3.10.1"), ("2.99.99", "3")])
    func `versions are compared part by part`(older: String, newer: String) throws {
        let left = try #require(VersionNumber(older))
        let right = try #require(VersionNumber(newer))

        #expect(left < right)
    }

    @Test(arguments: ["", "3.", "three", "3.x", "3 .1"])
    func `what is not a version is refused`(text: String) {
        #expect(VersionNumber(text) == nil)
    }
}
