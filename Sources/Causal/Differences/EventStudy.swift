package import Statistics

/// Effects by the time since treatment began, and whether the groups moved alike before.
package struct EventStudy: Sendable {
    /// Periods since the first treated one, and the effect there, relative to the period before treatment.
    package struct Point: Sendable, Hashable {
        package var period: Int
        package var estimate: Estimate
    }

    package let points: [Point]
    /// Whether all effects before treatment are zero; nil with fewer than three periods before it.
    package let preTrend: AnalysisOfVariance.FTest?

    init(points: [Point], preTrend: AnalysisOfVariance.FTest?) {
        self.points = points.sorted { $0.period < $1.period }
        self.preTrend = preTrend
    }

    /// By one regression with fixed effects for units and periods and an indicator for each time since treatment.
    ///
    /// Without units that are never treated the times are not all identified, which is refused.
    ///
    /// - Throws: `.collinear`, `.tooFew`, `.notConverged`.
    package init(
        regression panel: Panel,
        convention: TwoWayFixedEffects.Convention = .nested
    ) throws(StatisticsError) {
        let times = zip(panel.units, panel.periods).map { unit, period in
            panel.adoptions[unit].map { period - $0 }
        }
        let present = Set(times.compactMap(\.self)).subtracting([-1]).sorted()
        let model = try TwoWayFixedEffects(
            panel,
            columns: present.map { time in times.map { $0 == time ? 1 : 0 } },
            convention: convention
        )
        var points: [Point] = []
        for (column, time) in present.enumerated() {
            points.append(Point(period: time, estimate: try model.estimate(column)))
        }
        let before = present.indices.filter { present[$0] < -1 }
        self.init(points: points, preTrend: before.isEmpty ? nil : try? model.jointTest(before))
    }
}
