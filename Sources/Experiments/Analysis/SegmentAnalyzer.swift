import Statistics

/// Repeats the comparisons of an experiment inside the labels of each dimension.
struct SegmentAnalyzer {
    var design: ExperimentDesign
    var data: ExperimentData

    func breakdowns(_ whole: [MetricResult]) -> [SegmentBreakdown] {
        data.segments.keys.sorted().flatMap { dimension in
            let labels = data.segments[dimension] ?? []
            let names = Set(labels).sorted()
            let tables = names.map { name in UnitTable(data, design) { labels[$0] == name } }
            return whole.map { result in breakdown(dimension, names, tables, result) }
        }
    }

    private func breakdown(
        _ dimension: String,
        _ names: [String],
        _ tables: [UnitTable],
        _ whole: MetricResult
    ) -> SegmentBreakdown {
        let arm = design.arms.firstIndex { $0.name == whole.arm } ?? 0
        let inside = tables.map { table -> MetricResult in
            let samples = design.arms.indices.map { index in
                ExperimentAnalysis.sample(design, whole.metric, data, table, arm: index)
            }
            return ExperimentAnalysis.results(design, whole.metric, samples)[arm - 1]
        }
        let corrected = ExperimentAnalysis.corrected(inside, design)
        let estimates = corrected.compactMap(\.effect?.estimate)
        let heterogeneity = try? Heterogeneity(of: estimates)
        var shrunken = (heterogeneity?.shrunken ?? []).makeIterator()
        let segments = zip(names, corrected).map { name, result in
            SegmentBreakdown.Segment(
                label: name,
                outcome: result.outcome,
                adjustedPValue: result.adjustedPValue,
                shrunken: result.effect == nil ? nil : shrunken.next()
            )
        }
        return SegmentBreakdown(
            dimension: dimension,
            metric: whole.metric,
            arm: whole.arm,
            segments: segments,
            heterogeneity: heterogeneity,
            isReversed: isReversed(whole, corrected)
        )
    }

    /// Compares the whole with the segments, each weighted by its units: the mix of segments taken out.
    private func isReversed(_ whole: MetricResult, _ inside: [MetricResult]) -> Bool {
        let effects = inside.compactMap(\.effect)
        guard let whole = whole.effect, effects.count >= 2 else { return false }
        var (sum, weights, variance) = (0.0, 0.0, 0.0)
        for effect in effects {
            let (n, m) = (Double(effect.treatedUnits), Double(effect.controlUnits))
            let weight = n * m / (n + m)
            sum += weight * effect.unadjusted.value
            variance += weight * weight * effect.unadjusted.standardError * effect.unadjusted.standardError
            weights += weight
        }
        let (stratified, crude) = (sum / weights, whole.unadjusted.value)
        guard stratified * crude < 0 else { return false }
        // Two effects near zero differ in sign by chance: one of them must be more than noise.
        let error = variance.squareRoot() / weights
        return abs(crude) > 1.96 * whole.unadjusted.standardError || abs(stratified) > 1.96 * error
    }
}
