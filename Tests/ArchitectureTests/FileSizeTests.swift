import TestSupport
import Testing

/// The sizes that CONTRIBUTING.md promises.
@Suite struct FileSizeTests {
    /// Past this a Swift file is many things, not one.
    private static let maximumSwiftLines = 400
    /// A translation unit in C keeps what it shares to itself, and so may be longer.
    private static let maximumLines = 600

    @Test func `No source or test is longer than the limit of its language`() throws {
        let files = try Checkout.files(under: ["Sources", "Tests", "Benchmarks", "models", "runners"])
            .filter { [".swift", ".c", ".h", ".cpp", ".py"].contains(where: $0.path.hasSuffix) }
        #expect(files.count > 100)

        for (path, text) in files {
            let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
            let maximum = path.hasSuffix(".swift") ? Self.maximumSwiftLines : Self.maximumLines
            #expect(lines <= maximum, "\(path) has \(lines) lines: split it")
        }
    }

    @Test func `The contributor's guide names these limits`() throws {
        let guide = try Checkout.text("CONTRIBUTING.md")

        #expect(guide.contains("split past \(Self.maximumSwiftLines)"))
        #expect(guide.contains("past \(Self.maximumLines) in C and Python"))
    }

    @Test func `No test reads a clock`() throws {
        for (path, text) in try Checkout.files(under: ["Tests"])
        where path.hasSuffix(".swift") && !path.hasSuffix("FileSizeTests.swift") {
            for name in ["ContinuousClock", "SuspendingClock", "Task.sleep"] {
                #expect(!text.contains(name), "\(path) uses \(name)")
            }
        }
    }
}
