import TestSupport
import Testing

@Suite struct FileSizeTests {
    /// Past this a file is many things, not one.
    private static let maximumLines = 600

    @Test func `No source file is longer than 600 lines`() throws {
        let files = try Checkout.sources()
        #expect(!files.isEmpty)

        for (path, text) in files {
            let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
            #expect(lines <= Self.maximumLines, "Sources/\(path) has \(lines) lines: split it")
        }
    }
}
