import HarnessCore
import Testing

@Suite struct ContentHashTests {
    /// The examples of FIPS 180-4 that NIST publishes for SHA-256, and the digest of the empty message.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func `The digest is SHA-256`(message: String, digest: String) {
        #expect(ContentHash(of: message).hexadecimal == digest)
        #expect(ContentHash(of: Array(message.utf8)).hexadecimal == digest)
    }

    @Test func `Parts do not run together`() {
        let lists = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["2:ab1:c"], []]

        #expect(Set(lists.map(ContentHash.init(ofParts:))).count == lists.count)
    }

    @Test func `Texts that only look alike have different digests`() {
        #expect(ContentHash(of: "\u{E9}") != ContentHash(of: "e\u{301}"))
    }

    @Test func `A digest is taken back in its one form`() {
        let hash = ContentHash(of: "abc")

        #expect(ContentHash(hexadecimal: hash.hexadecimal) == hash)
        #expect(ContentHash(hexadecimal: hash.hexadecimal.uppercased()) == nil)
        #expect(ContentHash(hexadecimal: String(hash.hexadecimal.dropLast())) == nil)
        #expect(ContentHash(hexadecimal: String(repeating: "g", count: 64)) == nil)
        #expect(ContentHash(hexadecimal: "") == nil)
    }
}
