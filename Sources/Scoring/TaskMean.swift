package import Statistics

/// A mean over tasks, with an interval for what other tasks of this kind would give.
///
/// The tasks are the unit: the samples of one task are not independent, so `samples` never enters the
/// interval (Miller 2024, "Adding Error Bars to Evals").
package struct TaskMean: Sendable, Hashable {
    package var value: Double
    /// Tasks the mean is over, at least 1.
    package var tasks: Int
    package var interval: ConfidenceInterval

    package init(value: Double, tasks: Int, interval: ConfidenceInterval) {
        self.value = value
        self.tasks = tasks
        self.interval = interval
    }

    /// Takes the mean of one value in [0, 1] per task; nil for no values.
    ///
    /// The interval's method follows from the values, after Bowyer et al. 2025 ("Don't use the CLT in LLM
    /// evals with fewer than a few hundred datapoints"):
    ///
    /// 1. every value 0 or 1 (one sample per task, or nothing but all and none): Wilson;
    /// 2. at least 50 tasks, and the t interval stays inside [0, 1]: Student t;
    /// 3. at least 10 tasks, of which at least 5 differ from the commonest value: BCa bootstrap over tasks;
    /// 4. otherwise (a handful of tasks, all values nearly equal, one task): Wilson on the sum of the
    ///    values, which is conservative because no values in [0, 1] vary more than zeros and ones.
    ///
    /// `replicates` are those of the bootstrap, 2,000 by default.
    package init?(of values: [Double], level: Double = 0.95, seed: UInt64 = 0, replicates: Int = 2_000) {
        guard !values.isEmpty, values.allSatisfy({ (0...1).contains($0) }) else { return nil }
        let sum = values.reduce(0, +)
        let mean = sum / Double(values.count)
        guard
            let interval = Self.interval(of: values, level: level, seed: seed, replicates: replicates)
                ?? ConfidenceInterval.wilson(
                    // Rounding may push a sum of fractions past the count by one unit in the last place.
                    successes: min(sum, Double(values.count)),
                    trials: Double(values.count),
                    level: level
                )
        else { return nil }
        self.init(value: min(1, mean), tasks: values.count, interval: interval)
    }

    /// The interval of rules 2 and 3; nil where the values call for Wilson's.
    private static func interval(
        of values: [Double],
        level: Double,
        seed: UInt64,
        replicates: Int
    ) -> ConfidenceInterval? {
        if values.allSatisfy({ $0 == 0 || $0 == 1 }) { return nil }
        let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
        let distinct = values.count - (counts.values.max() ?? 0)
        if values.count >= 50, distinct >= 5,
            let t = ConfidenceInterval.studentT(of: values, level: level), t.low >= 0, t.high <= 1
        {
            return t
        }
        guard values.count >= 10, distinct >= 5 else { return nil }
        return ConfidenceInterval.bcaBootstrap(of: values, level: level, replicates: replicates, seed: seed)
    }
}
