package import HarnessCore

/// The metrics of a set of samples.
///
/// Infrastructure errors are counted and then left out of everything else: of `n`, of the means and of the
/// failure modes.
package struct GroupScore: Sendable, Hashable {
    /// Tasks with at least one judged sample.
    package var tasks: Int
    /// Tasks none of whose samples could be judged; they enter no mean.
    package var tasksWithoutVerdict: Int
    /// Judged samples: passed and failed.
    package var samples: Int
    package var passed: Int
    package var infrastructureErrors: Int
    /// One entry for each `k` asked, ascending.
    package var passAtK: [Estimate]
    /// pass^k, the chance that all of `k` samples pass, for the same `k`.
    package var passHatK: [Estimate]
    /// Mean over tasks of the mean share of cases that a sample passes.
    package var casesPassed: TaskMean?
    package var failureModes: [FailureMode: Int]
    /// Median over the samples that have one.
    package var medianEditDistance: Double?
    /// Mean over the samples that have one.
    package var meanNormalisedEditDistance: Double?
    /// Mean over the samples that parse.
    package var meanCyclomaticComplexity: Double?
    /// Mean over the samples that parse.
    package var meanNestingDepth: Double?

    /// Failed samples by family.
    package var failureFamilies: [FailureMode.Family: Int] {
        Dictionary(failureModes.map { ($0.key.family, $0.value) }, uniquingKeysWith: +)
    }

    /// One pass@k or pass^k.
    package struct Estimate: Sendable, Hashable {
        package var k: Int
        /// nil where no task has `k` judged samples.
        package var mean: TaskMean?
        /// Tasks left out because they have fewer than `k` judged samples.
        package var tasksOmitted: Int
        /// Says what was left out and why; nil where nothing was.
        package var note: String?
    }

    init(rows: [ScoredSample], ks: [Int], level: Double, seed: UInt64) {
        let judged = rows.filter { $0.outcome != .infrastructureError }
        // Sorted by id, so that sums round the same way whatever the order of the rows.
        let byTask = Dictionary(grouping: judged, by: \.taskID).sorted { $0.key < $1.key }
            .map { Dictionary(grouping: $0.value, by: \.language).sorted { $0.key < $1.key }.map(\.value) }
        tasks = byTask.count
        tasksWithoutVerdict = Set(rows.map(\.taskID)).count - byTask.count
        samples = judged.count
        passed = judged.count { $0.outcome == .passed }
        infrastructureErrors = rows.count - judged.count
        failureModes = Dictionary(judged.compactMap(\.failureMode).map { ($0, 1) }, uniquingKeysWith: +)

        let counts = byTask.map { languages in
            languages.map { samples in (n: samples.count, c: samples.count { $0.outcome == .passed }) }
        }
        func estimates(_ estimator: (Int, Int, Int) -> Double?) -> [Estimate] {
            Set(ks).filter { $0 >= 1 }.sorted().map { k in
                // A task in several languages counts once, by the mean over them: k samples are of one language.
                let values = counts.map { languages in
                    Self.mean(languages.compactMap { estimator($0.n, $0.c, k) })
                }
                return Estimate(k: k, values: values, level: level, seed: seed)
            }
        }
        passAtK = estimates(PassAtK.estimate(n:c:k:))
        passHatK = estimates(PassAtK.allPass(n:c:k:))
        let shares = byTask.map { languages in
            Self.mean(languages.map { samples in Self.mean(samples.map(\.shareOfCases).sorted()) ?? 0 }) ?? 0
        }
        casesPassed = TaskMean(of: shares, level: level, seed: seed)

        let distances = judged.compactMap(\.editDistance)
        medianEditDistance = Self.median(distances.map { Double($0.raw) })
        meanNormalisedEditDistance = Self.mean(distances.map(\.normalised).sorted())
        let metrics = judged.compactMap(\.codeMetrics)
        meanCyclomaticComplexity = Self.mean(metrics.map { Double($0.cyclomaticComplexity) })
        meanNestingDepth = Self.mean(metrics.map { Double($0.nestingDepth) })
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}

extension GroupScore.Estimate {
    /// Averages what the tasks give; nil stands for a task with fewer than `k` judged samples.
    fileprivate init(k: Int, values: [Double?], level: Double, seed: UInt64) {
        let known = values.compactMap(\.self)
        self.k = k
        mean = TaskMean(of: known, level: level, seed: seed)
        tasksOmitted = values.count - known.count
        if tasksOmitted == 0 {
            note = nil
        } else if known.isEmpty {
            note = "no task has \(k) judged samples"
        } else {
            note =
                "over \(known.count) of \(values.count) tasks: \(tasksOmitted) with fewer than \(k) judged samples"
        }
    }
}

extension ScoredSample {
    fileprivate var shareOfCases: Double {
        guard casesTotal > 0 else { return outcome == .passed ? 1 : 0 }
        return min(1, max(0, Double(casesPassed) / Double(casesTotal)))
    }
}
