import Foundation
import TestSupport
import Testing

/// What a language that can start in two ways promises: either way its sample programs come to the same verdicts.
///
/// `RunnerConformanceTests` has the samples of every language, started as each starts by default. The programs answer one task, which an installation of the test's own holds; they run as a user's do.
@Suite(
    .serialized,
    .timeLimit(.minutes(5)),
    .enabled("needs a sandbox") { try await Tool.hasSandbox }
)
struct RunnerSamplesTests {
    /// The languages with samples whose interpreter can be forked, by name.
    static let languages: [String] = {
        let runners = Checkout.root.appending(path: "runners")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: runners.path)) ?? []
        return names.sorted().filter { name in
            let folder = runners.appending(path: name)
            let definition = try? String(contentsOf: folder.appending(path: "runner.yaml"), encoding: .utf8)
            let samples = folder.appending(path: "samples/expected.yaml")
            return definition?.contains("\nwarm_arguments: [") ?? false
                && FileManager.default.fileExists(atPath: samples.path)
        }
    }()

    @Test func `there are languages with samples`() { #expect(Self.languages.contains("python")) }

    @Test(arguments: languages, [[], ["--no-warm"]])
    func `every sample comes to its verdict, warm and cold`(
        language: String,
        arguments: [String]
    ) async throws {
        let samples = try RunnerSamples(of: language)
        let home = try await samples.installation()
        let environment = ["EVALHARNESS_HOME": home.url.path]
        let store = home.file("results.sqlite").path

        let scored = try await Tool.run(
            [
                "score", home.file("samples.jsonl").path, "--suite", "core", "--model", "samples", "--store",
                store,
                // Over the task's own: on a busy machine one second of computing takes many to come by.
                "--wall-seconds", "20",
            ] + arguments,
            environment: environment
        )
        let listed = try await Tool.run(
            ["runs", "samples", "latest", "--limit", "0", "--json", "--store", store],
            environment: environment
        )

        #expect(scored.code == 0, "\(scored.complaint)")
        let rows = try #require(try listed.json()["samples"] as? [[String: Any]])
        #expect(rows.count == samples.expectations.count)
        for row in rows {
            let index = try #require(row["index"] as? Int)
            let expected = samples.expectations[index]
            let found = row["mode"] as? String ?? row["status"] as? String
            #expect(found == expected.verdict, "\(language)/samples/\(expected.file)")
        }
    }
}

/// The folder `runners/<language>/samples`.
private struct RunnerSamples {
    let language: String
    /// In the order of the file.
    let expectations: [(file: String, verdict: String)]

    private let folder: URL
    private static let task = "control-flow/sum-of-squares.yaml"

    init(of language: String) throws {
        self.language = language
        folder = Checkout.root.appending(path: "runners/\(language)/samples")
        let text = try String(contentsOf: folder.appending(path: "expected.yaml"), encoding: .utf8)
        expectations = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let words = line.split(separator: ": ")
            try #require(words.count == 2, "\(line)")
            return (String(words[0]), String(words[1]))
        }
    }

    /// An installation whose only task is the one that the programs answer, and a file of them as samples.
    func installation() async throws -> TemporaryFolder {
        let home = try TemporaryFolder()
        try Checkout.copy("runners", to: home.file("runners"))
        try FileManager.default.createDirectory(at: home.file("models"), withIntermediateDirectories: true)
        let task = Checkout.root.appending(path: "runners/python/samples/sum-of-squares.yaml")
        try home.write(Data(contentsOf: task), to: "tasks/core/\(Self.task)")
        for reference in Set([language, "python"]) { try addReference(in: reference, to: home) }
        let lines = try expectations.enumerated().map { index, expected in
            try JSONSerialization.data(
                withJSONObject: [
                    "task_id": "sum-of-squares", "completion_id": index, "language": language,
                    "solution": String(contentsOf: folder.appending(path: expected.file), encoding: .utf8),
                ]
            )
        }
        try home.write(Data(lines.joined(separator: Data("\n".utf8))), to: "samples.jsonl")
        return home
    }

    private func addReference(in language: String, to home: TemporaryFolder) throws {
        let folder = Checkout.root.appending(path: "runners/\(language)/samples")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let accepted = try #require(names.first { $0.hasPrefix("accepted.") })
        let suffix = accepted.dropFirst("accepted".count)
        try home.write(
            Data(contentsOf: folder.appending(path: accepted)),
            to: "references/core/sum-of-squares/\(language)\(suffix)"
        )
    }
}
