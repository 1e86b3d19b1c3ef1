import Statistics

/// The difference of two runs on some tasks, read twice.
package struct Effect: Sendable, Hashable {
    /// nil for all shared tasks.
    package var segment: ComparisonSegment?
    /// Tasks with a value in both runs.
    package var tasks: Int
    /// Independent groups among them.
    package var clusters: Int
    /// Judged samples of the baseline and of the candidate on these tasks.
    package var baseSamples: Int
    package var candidateSamples: Int
    /// Means over tasks.
    package var base: Double
    package var candidate: Double
    /// For new tasks like these; nil for fewer than two clusters.
    package var newTasks: DifferenceReading?
    /// For these tasks only; nil where a task has a single sample.
    package var thisSuite: DifferenceReading?
    /// The p of `newTasks` after Holm's correction; nil where nothing was corrected.
    package var adjustedP: Double?
    /// Tasks on which the candidate is better, worse, and as good.
    package var wins: Int
    package var losses: Int
    package var ties: Int
    package var spread: Spread

    /// Where the variance of the differences comes from.
    package struct Spread: Sendable, Hashable {
        /// Variance of the tasks' differences.
        package var total: Double
        /// What of it is the tasks' own, sampling noise taken off, at least 0; nil without a second sample.
        package var betweenTasks: Double?
        /// Mean over tasks of the variance of one sample, by arm.
        package var withinBase: Double?
        package var withinCandidate: Double?
        /// Mean over tasks of the samples per task, harmonic, by arm.
        package var baseSamples: Double
        package var candidateSamples: Double
    }

    /// Candidate minus baseline.
    package var difference: Double { candidate - base }

    /// Mean difference over the standard deviation of the differences (Cohen's d for pairs); nil without spread.
    package var standardized: Double? {
        spread.total > 0 ? difference / spread.total.squareRoot() : nil
    }

    /// The smallest difference that this comparison sees with a power of 80 % at two-sided 5 %.
    ///
    /// (z₀.₉₇₅ + z₀.₈) · SE of the reading for new tasks; nil where that reading has no spread.
    package var minimumDetectable: Double? {
        guard let error = newTasks?.standardError, error > 0, tasks >= 2 else { return nil }
        let perTask = error * error * Double(tasks)
        // The arguments are in range by construction; a refusal would mean that nothing can be seen.
        let power = try? PairedPower(between: perTask, firstWithin: 0, secondWithin: 0)
        return try? power?.minimumDetectableEffect(tasks: tasks)
    }
}

/// What a difference comes to in one word.
package enum EffectWord: String, Sendable, Hashable {
    case better
    case worse
    /// Within the margin on both sides, whatever its sign.
    case equivalent
    case notResolved = "not_resolved"
}

extension Effect {
    /// The word for the reading of new tasks, after correction.
    ///
    /// `margin` is the difference that does not matter; nil takes none for equivalent.
    package func word(alpha: Double, margin: Double?, isHigherBetter: Bool) -> EffectWord {
        guard let reading = newTasks else { return .notResolved }
        return Self.word(
            reading,
            p: adjustedP ?? reading.p,
            alpha: alpha,
            margin: margin,
            isHigherBetter: isHigherBetter
        )
    }

    /// The word for any reading with its own or a corrected p.
    package static func word(
        _ reading: DifferenceReading,
        p: Double,
        alpha: Double,
        margin: Double?,
        isHigherBetter: Bool
    ) -> EffectWord {
        // Two one-sided tests at α: the interval of level 1 − 2α (Schuirmann 1987).
        if let margin {
            let interval = reading.interval(level: 1 - 2 * alpha)
            if interval.low > -margin && interval.high < margin { return .equivalent }
        }
        guard p < alpha else { return .notResolved }
        return (reading.difference > 0) == isHigherBetter ? .better : .worse
    }
}
