import Foundation
import TestSupport
import Testing

/// The commands of docs/experiments.md print what stands below them there.
@Suite(.timeLimit(.minutes(5)))
struct ExperimentGuideTests {
    /// With UPDATE_SNAPSHOTS=1 the document is written anew, for review, and the test fails.
    @Test func `every output in the guide is the command's`() async throws {
        let file = Checkout.root.appending(path: "docs/experiments.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let folder = try TemporaryFolder()
        let design = try #require(text.firstMatch(of: /```yaml\n((?s).*?)```/)?.output.1)
        try folder.write(String(design), to: "design.yaml")

        var result: [String] = []
        var commands = 0
        var isOutput = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if isOutput {
                guard line == "```" else { continue }
                isOutput = false
            }
            result.append(line)
            guard line.hasPrefix("$ evalharness ") else { continue }
            commands += 1
            isOutput = true
            let words = line.split(separator: " ").dropFirst(2).map(String.init)
            let outcome = try await Tool.run(
                words + ["-C", folder.url.path],
                environment: ["COLUMNS": "80"]
            )
            #expect(outcome.code == 0, "\(line): \(outcome.complaint)")
            result += outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map(String.init)
        }

        #expect(commands >= 5)
        let expected = result.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
            try expected.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("wrote docs/experiments.md: review it")
        } else {
            #expect(text == expected)
        }
    }
}
