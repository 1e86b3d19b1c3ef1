import Causal
import Foundation
import Statistics

/// Runs one computation over numbers in files, several times, and prints seconds and answers as JSON.
///
/// usage: statistics-bench FOLDER NAME REPEATS     `Benchmarks/statistics_compare.py` writes the files
@main
struct StatisticsBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let repeats = Int(arguments[3]), repeats > 0,
            let computation = Computation(rawValue: arguments[2])
        else {
            FileHandle.standardError.write(Data("usage: statistics-bench FOLDER NAME REPEATS\n".utf8))
            exit(64)
        }
        let input = Input(folder: URL(fileURLWithPath: arguments[1]))
        let prepared = try computation.prepared(input)
        var seconds: [Double] = []
        var answers: [String: Double] = [:]
        let clock = ContinuousClock()
        for _ in 0..<repeats {
            let time = try clock.measure { answers = try prepared() }
            seconds.append(Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds))
        }
        let output: [String: Any] = ["seconds": seconds, "answers": answers]
        let data = try JSONSerialization.data(withJSONObject: output, options: [.sortedKeys])
        FileHandle.standardOutput.write(data + Data("\n".utf8))
    }
}

/// Arrays of doubles, as NumPy's `tofile` writes them.
struct Input {
    var folder: URL

    func numbers(_ name: String) throws -> [Double] {
        let data = try Data(contentsOf: folder.appendingPathComponent("\(name).f64"))
        return data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
    }
}

enum Computation: String {
    case bootstrap
    case permutation
    case regression
    case matching

    /// Reads the input; what is returned is what is timed.
    func prepared(_ input: Input) throws -> () throws -> [String: Double] {
        switch self {
        case .bootstrap:
            let differences = try input.numbers("differences")
            return {
                let means = try Bootstrap(replicates: 10_000, seed: 1).means(of: differences)
                let interval = try Bootstrap.interval(around: 0, distribution: means)
                return ["low": interval.low, "high": interval.high]
            }
        case .permutation:
            let differences = try input.numbers("differences")
            return {
                let outcome = try PermutationTest.signFlip(
                    differences: differences,
                    replicates: 10_000,
                    seed: 1
                )
                return ["p": outcome.pValue]
            }
        case .regression:
            let columns = try ["x1", "x2", "x3"].map { try input.numbers($0) }
            let response = try input.numbers("y")
            let clusters = try input.numbers("clusters").map { Int($0) }
            return {
                let fit = try LinearRegression(DesignMatrix(columns: columns), response: response)
                let estimate = try fit.estimate(1, errors: .clustered(clusters, .cr1))
                return ["coefficient": estimate.value, "error": estimate.standardError]
            }
        case .matching:
            let scores = try input.numbers("scores")
            let isTreated = try input.numbers("treated").map { $0 == 1 }
            let outcomes = try input.numbers("outcomes")
            return {
                let matching = try NearestNeighborMatching(
                    scores: scores,
                    isTreated: isTreated,
                    options: .init(isWithReplacement: true)
                )
                return ["effect": try matching.effectOnTreated(outcomes)]
            }
        }
    }
}
