import Foundation
import SourceCode

/// Measures the edit distances of pairs in a file, several times, and prints seconds and answers as JSON.
///
/// usage: distance-bench FILE REPEATS     the file is a JSON list of pairs; `Benchmarks/distance_compare.py` writes it
@main
struct DistanceBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let repeats = Int(arguments[2]), repeats > 0 else {
            FileHandle.standardError.write(Data("usage: distance-bench FILE REPEATS\n".utf8))
            exit(64)
        }
        let data = try Data(contentsOf: URL(fileURLWithPath: arguments[1]))
        let pairs = try JSONDecoder().decode([[String]].self, from: data)
        var seconds: [Double] = []
        var answers: [Int] = []
        for _ in 0..<repeats {
            answers.removeAll(keepingCapacity: true)
            // Processor time: what else the machine does must not count.
            let start = clock()
            for pair in pairs {
                answers.append(Levenshtein.distance(Symbols(scalarsOf: pair[0]), Symbols(scalarsOf: pair[1])))
            }
            seconds.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
        }
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let output: [String: Any] = [
            "seconds": seconds, "answers": answers, "peak_kilobytes": usage.ru_maxrss,
        ]
        let result = try JSONSerialization.data(withJSONObject: output, options: [.sortedKeys])
        FileHandle.standardOutput.write(result + Data("\n".utf8))
    }
}
