import CCrypto

/// SHA-256 of an event's identity; keeps its context from event to event.
final class EventDigest {
    private let context: OpaquePointer
    private let algorithm: OpaquePointer

    init() {
        guard let context = EVP_MD_CTX_new(), let algorithm = EVP_MD_fetch(nil, "SHA256", nil) else {
            preconditionFailure("libcrypto cannot compute SHA-256")
        }
        self.context = context
        self.algorithm = algorithm
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_MD_free(algorithm)
    }

    /// The first 128 bits of the digest of two texts; the first one's length stands before it.
    func words(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        var length = UInt32(first.count)
        var digest: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        EVP_DigestInit_ex(context, algorithm, nil)
        EVP_DigestUpdate(context, &length, 4)
        EVP_DigestUpdate(context, first.baseAddress, first.count)
        EVP_DigestUpdate(context, second.baseAddress, second.count)
        withUnsafeMutableBytes(of: &digest) { bytes in
            _ = EVP_DigestFinal_ex(context, bytes.bindMemory(to: UInt8.self).baseAddress, nil)
        }
        return (UInt64(littleEndian: digest.0), UInt64(littleEndian: digest.1))
    }
}
