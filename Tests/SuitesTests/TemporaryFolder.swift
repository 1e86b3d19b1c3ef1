import Foundation
import Testing

/// A folder of its own for each test, removed when the test ends.
struct TemporaryFolder: TestTrait, SuiteTrait, TestScoping {
    @TaskLocal private static var current: URL?

    var isRecursive: Bool { true }

    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("suites-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        try await Self.$current.withValue(url) { try await function() }
    }

    static func url() throws -> URL {
        try #require(current, "the test lacks the .temporaryFolder trait")
    }

    /// Writes a file and the folders above it.
    @discardableResult
    static func write(_ content: some Sequence<UInt8>, to path: String) throws -> URL {
        let file = try url().appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(content).write(to: file)
        return file
    }

    @discardableResult
    static func write(_ text: String, to path: String) throws -> URL { try write(text.utf8, to: path) }
}

extension Trait where Self == TemporaryFolder {
    static var temporaryFolder: TemporaryFolder { TemporaryFolder() }
}
