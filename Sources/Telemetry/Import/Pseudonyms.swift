import CCrypto
package import Foundation
package import HarnessCore

/// Replaces developers' ids by keyed hashes, so that the store names nobody (HMAC-SHA256, RFC 2104, 128 bits).
///
/// The same key gives the same developer the same pseudonym; without the key nobody finds the id by trying.
package struct Pseudonyms: Sendable {
    /// The shortest key that is taken, bytes.
    package static let minimumKey = 16

    private let key: [UInt8]

    /// - Throws: `.badConfiguration` for a key of less than 16 bytes.
    package init(key: [UInt8]) throws(HarnessError) {
        guard key.count >= Self.minimumKey else {
            throw HarnessError(
                .badConfiguration,
                "the key of the pseudonyms has \(key.count) bytes, \(Self.minimumKey) at least",
                remedy: "head -c 32 /dev/urandom > FILE"
            )
        }
        self.key = key
    }

    /// The key in the file, or a new one that is written there, readable by its owner alone.
    ///
    /// - Throws: `.noInput` or `.writeFailed` for a file that cannot be read or made.
    package init(file: URL) throws(HarnessError) {
        if let kept = try? Data(contentsOf: file) {
            try self.init(key: Array(kept))
            return
        }
        var generator = SystemRandomNumberGenerator()
        let key = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        // Made without replacing: of two processes the first one's key stands.
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST, let kept = try? Data(contentsOf: file) {
                try self.init(key: Array(kept))
                return
            }
            throw HarnessError(
                .writeFailed,
                "cannot make the key of the pseudonyms: \(String(cString: strerror(errno)))",
                at: file.path
            )
        }
        defer { close(descriptor) }
        guard write(descriptor, key, key.count) == key.count else {
            throw HarnessError(.writeFailed, "cannot write the key of the pseudonyms", at: file.path)
        }
        try self.init(key: key)
    }

    /// The pseudonym of an id: 32 hexadecimal digits.
    package func pseudonym(of id: String) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length = 0
        let bytes = Array(id.utf8)
        let made = EVP_Q_mac(
            nil,
            "HMAC",
            nil,
            "SHA256",
            nil,
            key,
            key.count,
            bytes,
            bytes.count,
            &digest,
            digest.count,
            &length
        )
        precondition(made != nil && length == 32, "libcrypto cannot compute HMAC-SHA256")
        return Hexadecimal.text(of: digest.prefix(16))
    }
}
