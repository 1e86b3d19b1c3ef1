import Foundation
import HarnessCore
import Suites

/// The authors' own verdicts and scores, read from their files.
enum PublishedFiles {
    /// Larger files are refused: 256 MiB unpacked.
    private static let maximumBytes = 256 << 20

    /// Reads the verdicts of EvalPlus on the original tests: whether each sample passed, by task, in the samples' order.
    static func verdicts(in file: URL) throws(HarnessError) -> [String: [Bool]] {
        let results = try decode(EvalPlusResults.self, from: file, form: "verdicts of EvalPlus")
        var verdicts: [String: [Bool]] = [:]
        for (task, samples) in results.eval {
            var passed: [Bool] = []
            for sample in samples {
                switch sample.baseStatus {
                case "pass": passed.append(true)
                case "fail", "timeout": passed.append(false)
                default:
                    throw HarnessError(
                        .badData,
                        "task \(task.debugDescription) has the status \(sample.baseStatus.debugDescription)",
                        at: file.path,
                        remedy: "known are pass, fail and timeout"
                    )
                }
            }
            verdicts[task] = passed
        }
        return verdicts
    }

    /// The published percentage for HumanEval; nil where the table has none.
    static func humanEvalScore(in file: URL) throws(HarnessError) -> Double? {
        try decode(ScoreTable.self, from: file, form: "published scores").evalPlus?["HumanEval"]
    }

    private struct EvalPlusResults: Decodable {
        var eval: [String: [Sample]]

        struct Sample: Decodable {
            var baseStatus: String

            enum CodingKeys: String, CodingKey {
                case baseStatus = "base_status"
            }
        }
    }

    private struct ScoreTable: Decodable {
        var evalPlus: [String: Double]?

        enum CodingKeys: String, CodingKey {
            case evalPlus = "EvalPlus"
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
