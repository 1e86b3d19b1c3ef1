import Foundation
import HarnessCore
import Suites
import TestSupport
import Testing

/// Published files, where the machine has them.
@Suite(.enabled(if: SharedData.isAvailable, "needs EVALHARNESS_SHARED or ../shared/data"))
struct SharedDataTests {
    private func humanEval() throws -> TaskSuite {
        try SuiteLoader.humanEval(
            file: SharedData.folder.appendingPathComponent("humaneval/HumanEval.jsonl.gz"),
            limits: ResourceLimits()
        )
    }

    @Test func `HumanEval has its 164 problems in order`() throws {
        let suite = try humanEval()

        #expect(suite.name == "HumanEval")
        #expect(suite.tasks.map(\.id) == (0..<164).map { "HumanEval/\($0)" })
        #expect(suite.tasks.allSatisfy { $0.references[.python]?.isEmpty == false })
    }

    @Test func `Published samples of a model are one per problem`() throws {
        let samples = try SampleReader.samples(
            at: SharedData.folder.appendingPathComponent(
                "qwen2.5-coder-7b-base/evalplus/humaneval/generated.jsonl.gz"
            ),
            for: try humanEval()
        )

        #expect(samples.map(\.taskID).sorted() == (0..<164).map { "HumanEval/\($0)" }.sorted())
        #expect(samples.allSatisfy { $0.index == 0 && !$0.text.isEmpty })
    }

    @Test func `A suite without check functions is refused for each of its problems`() throws {
        let error = try #require(throws: HarnessError.self) {
            try SuiteLoader.humanEval(
                file: SharedData.folder.appendingPathComponent("mbppplus/MbppPlus-v0.1.0.jsonl.gz"),
                limits: ResourceLimits()
            )
        }

        #expect(error.message.hasPrefix("399 faults\n"))
        #expect(error.message.contains("MbppPlus-v0.1.0.jsonl.gz:1: missing field \"test\""))
    }
}
