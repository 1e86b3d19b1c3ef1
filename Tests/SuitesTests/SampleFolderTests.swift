import Foundation
import HarnessCore
import Suites
import Testing

@Suite(.temporaryFolder) struct SampleFolderTests {
    private func load(_ limit: Int = 1_000) throws -> [Sample] {
        try SampleReader.samples(
            at: try TemporaryFolder.url().appendingPathComponent("samples"),
            for: SampleFileTests.suite,
            maximumSampleBytes: limit
        )
    }

    private func refusal(_ limit: Int = 1_000) throws -> HarnessError {
        try #require(throws: HarnessError.self) { try load(limit) }
    }

    @Test func `Programs come in the order of tasks and numbers`() throws {
        for (path, text) in [
            ("merge-intervals/0.py", "d"), ("T_0/10.py", "c"), ("T_0/2.py", "b"), ("T/1/0.py", "e"),
            ("T_0/0.py", "a"), ("T_0/.hidden", "x"),
        ] {
            try TemporaryFolder.write(text, to: "samples/\(path)")
        }

        let samples = try load()

        #expect(samples.map(\.text) == ["a", "b", "c", "e", "d"])
        #expect(samples.map(\.index) == [0, 2, 10, 0, 0])
        #expect(samples.map(\.taskID) == ["T/0", "T/0", "T/0", "T/1", "merge-intervals"])
        #expect(samples.allSatisfy { $0.form == .solution && $0.language == .python })
    }

    @Test func `The extension names the language`() throws {
        try TemporaryFolder.write("x", to: "samples/T_0/0.swift")

        #expect(try load().map(\.language) == [Language(rawValue: "swift")])
    }

    @Test(arguments: [
        ("T_9/0.py", "unknown task id \"T_9\""),
        ("0.py", "the file is not in the folder of a task"),
        ("T/0.py", "the file is not in the folder of a task"),
        ("T_0/first.py", "\"first.py\" is not the name of a sample"),
        ("T_0/01.py", "\"01.py\" is not the name of a sample"),
        ("T_0/-1.py", "\"-1.py\" is not the name of a sample"),
        ("T_0/0.exe", "\"0.exe\" is not the name of a sample"),
        ("T_0/more/0.py", "unknown task id \"T_0/more\""),
    ])
    func `What is no sample is refused by its path`(path: String, message: String) throws {
        try TemporaryFolder.write("x", to: "samples/\(path)")

        let error = try refusal()

        #expect(error.message == message)
        #expect(error.location?.contains("/samples/") == true)
        #expect(error.code == .badData)
    }

    @Test func `The same number in both spellings of a task is refused`() throws {
        try TemporaryFolder.write("x", to: "samples/T_0/0.py")
        try TemporaryFolder.write("x", to: "samples/T/0/0.py")

        #expect(try refusal().message == "sample 0 of \"T/0\" stands twice")
    }

    @Test(arguments: ["T_0/0.py", "T_0", "T_1"])
    func `A link is not followed`(path: String) throws {
        let secret = try TemporaryFolder.write("secret", to: "outside/0.py")
        try TemporaryFolder.write("x", to: "samples/merge-intervals/0.py")
        let link = try TemporaryFolder.url().appendingPathComponent("samples/\(path)")
        try FileManager.default.createDirectory(
            at: link.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(
            at: link,
            withDestinationURL: path.hasSuffix(".py") ? secret : secret.deletingLastPathComponent()
        )

        let error = try refusal()

        #expect(error.message == "is a symbolic link")
        #expect(error.location?.hasSuffix("samples/\(path)") == true)
    }

    @Test func `Programs that are no text or too long are refused together`() throws {
        try TemporaryFolder.write([0x61, 0], to: "samples/T_0/0.py")
        try TemporaryFolder.write([0x61, 0xFF], to: "samples/T_0/1.py")
        try TemporaryFolder.write(repeatElement(0x61, count: 11), to: "samples/T_0/2.py")
        try TemporaryFolder.write(repeatElement(0x61, count: 10), to: "samples/T_0/3.py")

        let error = try refusal(10)

        #expect(error.message.hasPrefix("3 faults\n"))
        #expect(error.message.contains("T_0/0.py: NUL byte at byte offset 1"))
        #expect(error.message.contains("T_0/1.py: invalid UTF-8 at byte offset 1"))
        #expect(error.message.contains("T_0/2.py: the file cannot be read or has more than 10 bytes"))
    }

    @Test func `An empty folder is refused`() throws {
        try TemporaryFolder.write("", to: "samples/.keep")

        #expect(try refusal().message == "the folder has no samples")
    }

    @Test func `A folder that is not there is missing input`() throws {
        #expect(try refusal().code == .noInput)
    }
}
