import Testing

@testable import Suites

@Suite struct QuotingTests {
    @Test func `A quoted value holds nothing that a terminal obeys`() {
        #expect(Quoting.quoted("a\u{1B}[31m\u{202E}\n\"é") == "\"a\\u{1B}[31m\\u{202E}\\n\\\"é\"")
    }

    @Test func `A long value is cut`() {
        #expect(Quoting.quoted(String(repeating: "x", count: 1_000), limit: 3) == "\"xxx…\"")
    }
}
