package import Statistics

/// What a paired comparison with some tasks and samples can see, and what it would need to see more.
package struct PowerPlan: Sendable, Hashable {
    package let power: PairedPower
    /// Chance to see a difference that is there.
    package let chance: Double
    /// Where the variances come from, in words.
    package let source: String

    /// Takes the variances of two runs on the tasks they share.
    ///
    /// Clusters raise the variance by the ratio of the clustered to the plain standard error, squared.
    /// nil where a task has a single sample, nothing varies, or there is one task.
    package init?(
        _ effect: Effect,
        alpha: Double,
        chance: Double,
        source: String
    ) throws(StatisticsError) {
        let spread = effect.spread
        guard let between = spread.betweenTasks, let base = spread.withinBase,
            let candidate = spread.withinCandidate, between + base + candidate > 0, spread.total > 0,
            let error = effect.newTasks?.standardError, error > 0
        else { return nil }
        power = try PairedPower(
            between: between,
            firstWithin: base,
            secondWithin: candidate,
            designEffect: error * error * Double(effect.tasks) / spread.total,
            alpha: alpha
        )
        self.chance = chance
        self.source = source
    }

    /// Takes the variances of one arm, and how alike the arms are.
    ///
    /// The variance between tasks of the difference is 2 ω² (1 − r), where ω² (`between`) is that of one arm's true
    /// rate and r (`correlation`, in [−1, 1]) correlates the two arms' rates over tasks; both arms' samples vary
    /// alike, by `within` inside a task.
    package init(
        between: Double,
        within: Double,
        correlation: Double,
        alpha: Double,
        chance: Double,
        source: String
    ) throws(StatisticsError) {
        power = try PairedPower(
            between: 2 * between * (1 - correlation),
            firstWithin: within,
            secondWithin: within,
            alpha: alpha
        )
        self.chance = chance
        self.source = source
    }

    /// The smallest visible difference.
    package func visible(tasks: Int, samples: Int) throws(StatisticsError) -> Double {
        try power.minimumDetectableEffect(
            tasks: tasks,
            power: chance,
            firstSamples: samples,
            secondSamples: samples
        )
    }

    /// Tasks that show an effect.
    package func tasks(effect: Double, samples: Int) throws(StatisticsError) -> Int {
        try power.tasks(for: effect, power: chance, firstSamples: samples, secondSamples: samples)
    }

    /// Samples per task that show an effect; nil where no number does, because the tasks themselves differ too much.
    package func samples(effect: Double, tasks: Int) throws(StatisticsError) -> Int? {
        let most = 1_000_000
        guard try self.tasks(effect: effect, samples: most) <= tasks else { return nil }
        var low = 1
        var high = most
        while low < high {
            let middle = (low + high) / 2
            if try self.tasks(effect: effect, samples: middle) <= tasks {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }

    /// The chance that so many tasks and samples show an effect.
    package func chance(of effect: Double, tasks: Int, samples: Int) throws(StatisticsError) -> Double {
        try power.power(of: effect, tasks: tasks, firstSamples: samples, secondSamples: samples)
    }
}
