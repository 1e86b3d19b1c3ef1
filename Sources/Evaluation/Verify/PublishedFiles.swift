import Foundation
import HarnessCore
import Suites

/// The authors' own verdicts and scores, read from their files.
enum PublishedFiles {
    /// Larger files are refused: 256 MiB unpacked.
    private static let maximumBytes = 256 << 20

    /// Reads the verdicts of EvalPlus: whether each sample passed, by task, in the samples' order.
    ///
    /// Where extra tests are included, a sample passes if it passes the original ones too, as EvalPlus counts.
    static func verdicts(
        in file: URL,
        includingExtraTests isExtra: Bool = false
    ) throws(HarnessError) -> [String: [Bool]] {
        let results = try decode(EvalPlusResults.self, from: file, form: "verdicts of EvalPlus")
        var verdicts: [String: [Bool]] = [:]
        for (task, samples) in results.eval {
            var passed: [Bool] = []
            for sample in samples {
                var hasPassed = true
                for status in isExtra ? [sample.baseStatus, sample.plusStatus ?? ""] : [sample.baseStatus] {
                    guard Self.statuses.contains(status) else {
                        throw HarnessError(
                            .badData,
                            "task \(task.debugDescription) has the status \(status.debugDescription)",
                            at: file.path,
                            remedy: "known are \(Self.statuses.joined(separator: ", "))"
                        )
                    }
                    hasPassed = hasPassed && status == "pass"
                }
                passed.append(hasPassed)
            }
            verdicts[task] = passed
        }
        return verdicts
    }

    /// The published percentage of a suite or language (`HumanEval`, `MBPP+`, `C++`) in a section of a table of scores
    /// (`EvalPlus`, `MultiPL-E`); nil where the table has none.
    static func score(of name: String, in section: String, at file: URL) throws(HarnessError) -> Double? {
        try decode([String: [String: Double]].self, from: file, form: "published scores")[section]?[name]
    }

    private static let statuses = ["pass", "fail", "timeout"]

    private struct EvalPlusResults: Decodable {
        var eval: [String: [Sample]]

        struct Sample: Decodable {
            var baseStatus: String
            var plusStatus: String?

            enum CodingKeys: String, CodingKey {
                case baseStatus = "base_status"
                case plusStatus = "plus_status"
            }
        }
    }

    private static func decode<Form: Decodable>(
        _ type: Form.Type,
        from file: URL,
        form: String
    ) throws(HarnessError) -> Form {
        let content = try WholeFile.contents(of: file, maximumBytes: maximumBytes)
        do {
            return try JSONDecoder().decode(type, from: Data(content))
        } catch {
            throw HarnessError(.badData, "does not hold \(form): \(error)", at: file.path)
        }
    }
}
