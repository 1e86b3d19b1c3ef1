import Causal
import Statistics
import Testing

/// Twelve units over five periods: four treated from the third on, four from the fourth, four never.
private enum SmallPanel {
    static let outcomes = [
        0.71, 1.15, 1.78, 2.79, 3.57, 0.54, 1.44, 1.65, 4.25, 4.32, 0.61, 0.99, 2.91, 3.99, 4.38, 0.19, -0.09,
        1.09, 2.94, 3.31, -2.33, -1.65, -1.52, -0.17, 1.5, 0.78, 1.03, 2.09, 3.76, 4.15, 1.07, 0.94, 1.14,
        3.22,
        4.07, 0.46, 1.27, 1.68, 2.73, 4.56, 0.16, 1.72, 1.94, 2.34, 2.73, 0.29, 1.76, 2.26, 1.57, 3.13, 0.14,
        0.03, 0.74, 1.42, 1.31, 0.55, 1.34, 1.34, 2.64, 2.9,
    ]

    static func panel(without left: Set<Int> = [], clusters: ((Int) -> Int)? = nil) throws -> Panel {
        let rows = (0..<60).filter { !left.contains($0) }
        return try Panel(
            units: rows.map { $0 / 5 + 100 },
            periods: rows.map { $0 % 5 + 2020 },
            outcomes: rows.map { outcomes[$0] },
            isTreated: rows.map { row in
                switch row / 20 {
                case 0: row % 5 >= 2
                case 1: row % 5 >= 3
                default: false
                }
            },
            clusters: clusters.map { clusters in rows.map { clusters($0 / 5) } }
        )
    }
}

/// statsmodels 0.15 on dummies, linearmodels 7.1 and pyfixest 0.30: one coefficient, three errors.
struct TwoWayFixedEffectsTests {
    @Test(arguments: [
        (TwoWayFixedEffects.Convention.nested, 0.19011424960977483), (.dummies, 0.21304793143705497),
        (.absorbed, 0.203348301996487),
    ])
    func `each convention is that of its package`(
        convention: TwoWayFixedEffects.Convention,
        error: Double
    ) throws {
        let estimate = try TwoWayFixedEffects(SmallPanel.panel(), convention: convention).estimate()

        #expect(isClose(estimate.value, 1.0170312500000007, 1e-9))
        #expect(isClose(estimate.standardError, error, 1e-7))
        #expect(estimate.degreesOfFreedom == 11)
    }

    @Test func `an unbalanced panel is projected until nothing is left`() throws {
        let estimate = try TwoWayFixedEffects(SmallPanel.panel(without: [7, 33]), convention: .dummies)
            .estimate()

        #expect(isClose(estimate.value, 1.1492204909470825, 1e-8))
        #expect(isClose(estimate.standardError, 0.23150691745093352, 1e-7))
    }

    @Test func `an event study is the regression on dummies, with its joint test`() throws {
        let study = try EventStudy(regression: SmallPanel.panel(), convention: .dummies)

        #expect(study.points.map(\.period) == [-3, -2, 0, 1, 2])
        let values = [
            0.1404605263157925, 0.09128654970760602, 0.73652777777778, 1.5939254385964938, 1.534488304093568,
        ]
        #expect(areClose(study.points.map(\.estimate.value), values, 1e-8))
        let errors = [
            0.43017877650894054, 0.2541655042873556, 0.27092461254059097, 0.3269235958853499,
            0.31861967081662984,
        ]
        #expect(areClose(study.points.map(\.estimate.standardError), errors, 1e-7))
        #expect(isClose(try #require(study.preTrend).statistic, 0.07017865144095284, 1e-7))
        #expect(study.preTrend?.numeratorDegrees == 2)
    }
}

/// SciPy: group means and shares as stacked estimating equations, differentiated numerically.
struct StaggeredAdoptionTests {
    static let expected: [(StaggeredAdoption.Comparison, overall: [Double], before: [Double])] = [
        (
            .neverTreated, [1.415, 0.21088118694222374],
            [0.4325, 0.38624595468170675, 0.2375, 0.23539527926641657]
        ),
        (
            .notYetTreated, [1.40575, 0.21854431685634834],
            [0.4325, 0.38624595468170675, 0.10625, 0.19859073807682093]
        ),
    ]

    @Test(arguments: expected.indices)
    func `overall and before treatment it agrees`(index: Int) throws {
        let (comparison, overall, before) = Self.expected[index]
        let adoption = try StaggeredAdoption(SmallPanel.panel(), comparison: comparison)
        let points = adoption.eventStudy.points

        #expect(areClose([adoption.overall.value, adoption.overall.standardError], overall, 1e-8))
        let early = points.prefix(2).flatMap { [$0.estimate.value, $0.estimate.standardError] }
        #expect(areClose(early, before, 1e-8))
        #expect(points.map(\.period) == [-3, -2, 0, 1, 2])
    }

    @Test func `by time since treatment and by cohort it agrees`() throws {
        let adoption = try StaggeredAdoption(SmallPanel.panel())
        let late = adoption.eventStudy.points.suffix(3).flatMap {
            [$0.estimate.value, $0.estimate.standardError]
        }
        let cell = try #require(adoption.cells.first { $0.cohort == 2 && $0.period == 3 })

        #expect(adoption.comparison == .neverTreated)
        #expect(
            areClose(
                late,
                [
                    0.87125, 0.2594431386650076, 1.8075, 0.26361074525655803, 1.7175,
                    0.226077282154205,
                ],
                1e-8
            )
        )
        #expect(
            areClose([cell.estimate.value, cell.estimate.standardError], [1.84, 0.4270538607806717], 1e-8)
        )
        #expect(adoption.eventStudy.preTrend?.numeratorDegrees == 2)
    }

    @Test func `what cannot be used is counted`() throws {
        let panel = try SmallPanel.panel(without: [7])
        let adoption = try StaggeredAdoption(panel)

        #expect(adoption.incomplete == 1)
        #expect(adoption.alwaysTreated == 0)
    }

    @Test func `without anybody to compare with nothing is estimated`() throws {
        let panel = try Panel(
            units: [0, 0, 1, 1, 2, 2],
            periods: [0, 1, 0, 1, 0, 1],
            outcomes: [1, 2, 3, 5, 1, 1],
            isTreated: [false, true, false, true, false, true]
        )
        let error = try #require(throws: CausalError.self) { try StaggeredAdoption(panel) }

        #expect("\(error)".contains("to compare with"))
    }
}

struct PanelTests {
    private func complaint(
        units: [Int] = [0, 0, 1, 1],
        periods: [Int] = [0, 1, 0, 1],
        outcomes: [Double] = [1, 2, 3, 4],
        isTreated: [Bool] = [false, true, false, false],
        clusters: [Int]? = nil
    ) -> String {
        switch Result(catching: {
            try Panel(
                units: units,
                periods: periods,
                outcomes: outcomes,
                isTreated: isTreated,
                clusters: clusters
            )
        }) {
        case .success: "none"
        case .failure(let error): "\(error)"
        }
    }

    @Test func `a panel that is none is refused`() {
        #expect(complaint() == "none")
        #expect(complaint(periods: [0, 0, 0, 1]).contains("two rows in one period"))
        #expect(complaint(isTreated: [true, false, false, false]).contains("ends again"))
        #expect(complaint(isTreated: [false, false, false, false]).contains("ever treated"))
        #expect(complaint(outcomes: [1, 2, .nan, 4]).contains("finite"))
        #expect(complaint(units: [0, 0, 0, 0], periods: [0, 1, 2, 3]).contains("two of each"))
        #expect(complaint(clusters: [1, 2, 3, 3]).contains("two clusters"))
        #expect(complaint(clusters: [1, 1, 1, 1]).hasPrefix("one cluster"))
        #expect(complaint(outcomes: [1]).contains("unequal"))
    }

    @Test func `an empty cell of four is refused`() {
        #expect(throws: StatisticsError.self) {
            try TwoByTwo(outcomes: [1, 2, 3], isGroup: [true, true, false], isAfter: [true, false, true])
        }
    }
}
