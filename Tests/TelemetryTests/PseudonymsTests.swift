import Testing

@testable import Telemetry

@Suite struct PseudonymsTests {
    @Test func `a pseudonym is the first half of RFC 4231's HMAC-SHA256`() throws {
        // Test case 1 of RFC 4231: twenty bytes 0x0b, "Hi There".
        let pseudonyms = try Pseudonyms(key: Array(repeating: 0x0B, count: 20))

        #expect(pseudonyms.pseudonym(of: "Hi There") == "b0344c61d8db38535ca8afceaf0bf12b")
    }
}
