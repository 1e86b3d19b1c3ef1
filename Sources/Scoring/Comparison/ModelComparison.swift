package import Statistics

/// A candidate against a baseline on the tasks both answered.
package struct ModelComparison: Sendable, Hashable {
    package let metric: ComparisonMetric
    package let pairing: TaskPairing
    /// Shared tasks without a value in one of the runs: nothing judged, or fewer samples than the metric's k.
    package let tasksWithoutValue: Int
    /// All shared tasks; nil where none has a value.
    package private(set) var overall: Effect?
    /// By dimension in the order asked, then by the order of the dimension's values.
    package private(set) var segments: [Effect]

    /// Compares two runs task by task.
    package init(
        base: [ArmTask],
        candidate: [ArmTask],
        metric: ComparisonMetric,
        by dimensions: [SegmentDimension] = []
    ) {
        self.metric = metric
        pairing = TaskPairing(base: base, candidate: candidate)
        let values = pairing.shared.compactMap { PairValue($0, metric: metric) }
        tasksWithoutValue = pairing.shared.count - values.count
        overall = Effect(of: values, metric: metric, segment: nil)
        segments = dimensions.flatMap { dimension in
            let groups = Dictionary(grouping: values) { dimension.value(of: $0.pair.base) }
            return dimension.ordered(Set(groups.keys.compactMap(\.self))).compactMap { name in
                Effect(
                    of: groups[name] ?? [],
                    metric: metric,
                    segment: ComparisonSegment(dimension: dimension, value: name)
                )
            }
        }
    }

    /// Corrects the p of all segments of these comparisons as one family, and of their overall effects as another.
    ///
    /// The overall effects are corrected only where several candidates meet one baseline.
    package static func correct(
        _ comparisons: [ModelComparison],
        by method: MultipleTesting = .holm
    ) throws(StatisticsError) -> [ModelComparison] {
        var corrected = comparisons
        let places = comparisons.indices.flatMap { index in
            comparisons[index].segments.indices.map { (index, $0) }
        }
        let segments = places.filter { corrected[$0.0].segments[$0.1].newTasks != nil }
        let segmentPs = try method.adjust(segments.map { corrected[$0.0].segments[$0.1].newTasks?.p ?? 1 })
        for (place, p) in zip(segments, segmentPs) { corrected[place.0].segments[place.1].adjustedP = p }

        let overall = comparisons.indices.filter { comparisons[$0].overall?.newTasks != nil }
        guard overall.count > 1 else { return corrected }
        let overallPs = try method.adjust(overall.map { comparisons[$0].overall?.newTasks?.p ?? 1 })
        for (index, p) in zip(overall, overallPs) { corrected[index].overall?.adjustedP = p }
        return corrected
    }

    /// Tests of the overall difference that assume less than a t interval.
    package struct Companions: Sendable, Hashable {
        /// The sign-flip test over clusters: symmetric about zero? Exact for up to 20 clusters that differ.
        package var signFlip: PermutationTest.Outcome
        /// The sign test over tasks: as many better as worse? Blind to the size of a difference.
        package var sign: HypothesisTest
    }

    /// Computes the companions with a seeded generator; nil where no task differs, or 200,000 clusters do.
    package func companions(seed: UInt64) -> Companions? {
        var sums: [String: Double] = [:]
        var signs = (positive: 0, negative: 0)
        for flip in flips {
            sums[flip.pair.base.cluster, default: 0] += flip.gain
            if flip.gain > 0 { signs.positive += 1 } else { signs.negative += 1 }
        }
        // In the order of the clusters' names, so that the same draws meet the same clusters.
        let differences = sums.sorted { $0.key < $1.key }.map(\.value)
        // Twenty million flips take well under a second; suites past 200,000 clusters go without.
        let replicates = min(10_000, 20_000_000 / max(1, differences.count))
        do {
            return Companions(
                signFlip: try PermutationTest.signFlip(
                    differences: differences,
                    replicates: replicates,
                    seed: seed
                ),
                sign: try SignTest.exact(positive: signs.positive, negative: signs.negative)
            )
        } catch {
            return nil
        }
    }

    /// Tasks whose value moved, the largest drop first; equal ones by id.
    package var flips: [Flip] {
        pairing.shared.compactMap { pair in
            guard let base = metric.value(of: pair.base), let candidate = metric.value(of: pair.candidate),
                base != candidate
            else { return nil }
            let gain = metric.isHigherBetter ? candidate - base : base - candidate
            return Flip(pair: pair, base: base, candidate: candidate, gain: gain)
        }
        .sorted { ($0.gain, $0.pair.key) < ($1.gain, $1.pair.key) }
    }

    /// A task whose value moved.
    package struct Flip: Sendable, Hashable {
        package var pair: TaskPair
        package var base: Double
        package var candidate: Double
        /// How much better the candidate is; negative for a loss.
        package var gain: Double
    }
}

/// The values of one task in both runs.
struct PairValue {
    var pair: TaskPair
    var base: Double
    var candidate: Double

    init?(_ pair: TaskPair, metric: ComparisonMetric) {
        guard let base = metric.value(of: pair.base), let candidate = metric.value(of: pair.candidate) else {
            return nil
        }
        self.pair = pair
        self.base = base
        self.candidate = candidate
    }

    var difference: Double { candidate - base }
}

extension Effect {
    /// Reads the values of some tasks; nil for none.
    init?(of values: [PairValue], metric: ComparisonMetric, segment: ComparisonSegment?) {
        guard !values.isEmpty else { return nil }
        let count = Double(values.count)
        let differences = values.map(\.difference)
        let clusters = Self.numbers(of: values.map(\.pair.base.cluster))
        self.segment = segment
        tasks = values.count
        self.clusters = Set(clusters).count
        baseSamples = values.reduce(0) { $0 + $1.pair.base.judged }
        candidateSamples = values.reduce(0) { $0 + $1.pair.candidate.judged }
        base = values.reduce(0) { $0 + $1.base } / count
        candidate = values.reduce(0) { $0 + $1.candidate } / count
        newTasks =
            (self.clusters == values.count ? DifferenceReading(outcomes: values) : nil)
            ?? DifferenceReading(newTasks: differences, clusters: clusters)
        thisSuite = DifferenceReading(
            thisSuite: values.map(\.pair),
            metric: metric,
            difference: candidate - base
        )
        let gains = differences.map { metric.isHigherBetter ? $0 : -$0 }
        wins = gains.count { $0 > 0 }
        losses = gains.count { $0 < 0 }
        ties = values.count - wins - losses
        spread = Spread(of: values, metric: metric)
    }

    private static func numbers(of names: [String]) -> [Int] {
        var known: [String: Int] = [:]
        return names.map { name in
            let number = known[name] ?? known.count
            known[name] = number
            return number
        }
    }
}

extension Effect.Spread {
    fileprivate init(of values: [PairValue], metric: ComparisonMetric) {
        let count = Double(values.count)
        let differences = values.map(\.difference)
        let mean = differences.reduce(0, +) / count
        total = count > 1 ? differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) : 0
        func perTask(_ task: (TaskPair) -> ArmTask) -> (noise: Double, within: Double, samples: Double)? {
            var noise = 0.0
            var within = 0.0
            for value in values {
                guard let variance = metric.samplingVariance(of: task(value.pair)) else { return nil }
                noise += variance
                within += variance * Double(task(value.pair).judged)
            }
            return (noise / count, within / count, Self.samples(values.map { task($0.pair).judged }))
        }
        baseSamples = Self.samples(values.map(\.pair.base.judged))
        candidateSamples = Self.samples(values.map(\.pair.candidate.judged))
        guard let base = perTask(\.base), let candidate = perTask(\.candidate) else { return }
        betweenTasks = max(0, total - base.noise - candidate.noise)
        withinBase = base.within
        withinCandidate = candidate.within
    }

    private static func samples(_ counts: [Int]) -> Double {
        Double(counts.count) / counts.reduce(0) { $0 + 1 / Double(max(1, $1)) }
    }
}
