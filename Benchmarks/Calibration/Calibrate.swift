import Foundation

/// Tries by simulation whether tests keep their level and intervals their coverage.
///
/// usage: calibrate [REPLICATES [SEED]]     ends with code 1 where a promise does not hold
@main
struct Calibrate {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) }
        guard arguments.count <= 2, arguments.allSatisfy({ $0 != nil }) else {
            FileHandle.standardError.write(Data("usage: calibrate [REPLICATES [SEED]]\n".utf8))
            exit(64)
        }
        let replicates = Int(clamping: arguments.first.flatMap(\.self) ?? 10_000)
        let seed = arguments.dropFirst().first.flatMap(\.self) ?? 20_240_101
        let checks =
            SuiteChecks.all + TestChecks.all + ExperimentChecks.all + ComparisonChecks.all + TableChecks.all
            + EstimateChecks.all + GrowingDataChecks.all + CausalChecks.all
        let results = await results(of: checks, replicates: replicates, seed: seed)
        print("      rate    promise          runs     what")
        for result in results { print(result.line) }
        let broken = results.count { !$0.holds }
        print("\n\(results.count - broken) of \(results.count) promises hold (seed \(seed))")
        if broken > 0 { exit(1) }
    }

    /// In the order of the checks, however many processors work on them.
    private static func results(of checks: [Check], replicates: Int, seed: UInt64) async -> [Check.Result] {
        await withTaskGroup(of: (Int, Check.Result).self) { group in
            var next = 0
            func start() {
                guard next < checks.count else { return }
                let index = next
                next += 1
                group.addTask { (index, checks[index].result(replicates: replicates, seed: seed)) }
            }
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { start() }
            var results: [(Int, Check.Result)] = []
            while let result = await group.next() {
                results.append(result)
                start()
            }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
