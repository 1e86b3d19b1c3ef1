import CCrypto

/// The SHA-256 digest of some content, the identity under which texts and programs are stored.
package struct ContentHash: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    package let hexadecimal: String

    package init(of bytes: some Sequence<UInt8>) {
        let content = Array(bytes)
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let status = EVP_Digest(content, content.count, &digest, &length, EVP_sha256(), nil)
        precondition(status == 1 && length == 32, "libcrypto cannot compute SHA-256")
        hexadecimal = Hexadecimal.text(of: digest)
    }

    package init(of text: String) {
        self.init(of: text.utf8)
    }

    /// The digest of several parts; each part is preceded by its length, so that no two lists collide.
    package init(ofParts parts: [String]) {
        self.init(of: parts.flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) })
    }

    /// Takes a digest that was computed before; nil unless it has the form of one.
    package init?(hexadecimal: String) {
        let isDigest =
            hexadecimal.utf8.count == 64
            && hexadecimal.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
        guard isDigest else { return nil }
        self.hexadecimal = hexadecimal
    }

    package var description: String { hexadecimal }

    package static func < (left: ContentHash, right: ContentHash) -> Bool {
        left.hexadecimal < right.hexadecimal
    }
}

/// Bytes as people and file names have them.
package enum Hexadecimal {
    /// Two lower-case digits a byte.
    package static func text(of bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }
}
