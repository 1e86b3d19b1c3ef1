import Foundation
import Testing

@testable import Suites

/// The packed texts come from Python 3.11: `base64.b64encode(zlib.compress(pickle.dumps(value)))`.
struct PackedTextTests {
    @Test(arguments: [
        ("eJxrYIoQZGBgiK5WyswrKC1RslJQOrxSqTa2kEEPAGLEB7k=", "[{\"input\": \"é\"}]"),
        ("eJxrYJkqygABPYLR1UqZeQWlJUpWCkqHVyrVxk7RAwB1rwi8", "[{\"input\": \"é\"}]"),
        ("eJxrYJ0qygABPYLR1UqZeQWlJUpWCkqHVyrVxk7RAwB1zgi9", "[{\"input\": \"é\"}]"),
    ])
    func `a text comes back, whatever protocol pickled it`(packed: String, text: String) throws {
        #expect(try PackedText.text(in: packed, maximumBytes: 1 << 20) == text)
    }

    @Test func `whatever is more than a text is refused before anything is done with it`() {
        // [1, 2], and an object whose unpickling calls os.system.
        for packed in [
            "eJxrYJnKyQABsVM0vBm9mVL1ACJhA2g=",
            "eJxrYJkqzwABPawF+cWZFVN62Iori0tSc6dMntLDUlJUmjqldUrQFD0AA2gOlA==",
        ] {
            #expect(throws: PackedText.Fault.otherThanText) {
                try PackedText.text(in: packed, maximumBytes: 1 << 20)
            }
        }
    }

    @Test func `damage and size are told apart`() throws {
        let packed = "eJztxqEVABAUAEDBBvYwj1FE8TeFfXl20O7SjbxnSU+Lmw4AAAAAfLfqAeF+K7g="

        #expect(throws: PackedText.Fault.tooLarge(maximumBytes: 1000)) {
            try PackedText.text(in: packed, maximumBytes: 1000)
        }
        #expect(throws: PackedText.Fault.damaged) {
            try PackedText.text(in: String(packed.prefix(24)), maximumBytes: 1 << 20)
        }
        #expect(throws: PackedText.Fault.notBase64) { try PackedText.text(in: "", maximumBytes: 10) }
        #expect(throws: PackedText.Fault.damaged) { try PackedText.text(in: "AAAA", maximumBytes: 10) }
        #expect(throws: PackedText.Fault.damaged) {
            try PackedText.pickledText(in: [0x80, 4, 0x8C, 200, 65])
        }
        #expect(throws: PackedText.Fault.damaged) { try PackedText.pickledText(in: []) }
    }
}
