/// What would make a comparison sharper: more tasks or more samples.
package struct ComparisonAdvice: Sendable, Hashable {
    package var purchase: Purchase
    /// Share of the differences' variance that lies between tasks; the rest is sampling noise.
    package var shareBetweenTasks: Double?
    /// Smallest visible difference now, with twice the tasks, and with ten times the samples.
    package var detectableNow: Double
    package var detectableWithTwiceTheTasks: Double
    package var detectableWithTenfoldSamples: Double?

    package enum Purchase: String, Sendable, Hashable {
        case tasks
        case samples
        case either
        /// One sample per task: nobody can tell noise from tasks.
        case aSecondSample = "a_second_sample"
    }

    /// Reads the variance of an effect; nil where it has none.
    ///
    /// With clusters the visible difference is scaled from the clustered standard error, as if new tasks came in
    /// the same clusters.
    package init?(_ effect: Effect) {
        guard let now = effect.minimumDetectable, effect.spread.total > 0 else { return nil }
        detectableNow = now
        detectableWithTwiceTheTasks = now / 2.0.squareRoot()
        let spread = effect.spread
        guard let between = spread.betweenTasks, let base = spread.withinBase,
            let candidate = spread.withinCandidate
        else {
            purchase = .aSecondSample
            return
        }
        func variance(times factor: Double) -> Double {
            between + base / (spread.baseSamples * factor) + candidate / (spread.candidateSamples * factor)
        }
        let present = variance(times: 1)
        guard present > 0 else { return nil }
        let share = between / present
        shareBetweenTasks = share
        detectableWithTenfoldSamples = now * (variance(times: 10) / present).squareRoot()
        purchase = share > 0.6 ? .tasks : share < 0.4 ? .samples : .either
    }
}
