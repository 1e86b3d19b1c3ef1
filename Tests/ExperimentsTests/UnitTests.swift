import Statistics
import Testing

@testable import Experiments

/// What is assigned and counted once: wrong units are found, paired ones are their own control.
struct UnitTests {
    /// Suggestions of 30 developers per arm with a habit each, twenty apiece; developers are what was assigned.
    private static func suggestions(mixed: Bool = false) -> ExperimentData {
        var data = ExperimentData(units: [], arms: [], metrics: [:])
        var accepted: [Double] = []
        var developers: [String] = []
        for developer in 0..<60 {
            let habit = ExperimentFixture.noise(1, developer)
            for event in 0..<20 {
                let index = developer * 20 + event
                data.units.append(index)
                data.arms.append(mixed ? Int(ExperimentFixture.noise(3, index) * 2) : developer % 2)
                accepted.append(ExperimentFixture.noise(2, index) < habit ? 1 : 0)
                developers.append("d\(developer)")
            }
        }
        data.metrics = ["acceptance": .init(accepted)]
        data.labels = ["developer": developers, "half": developers.map { $0.count == 2 ? "a" : "b" }]
        return data
    }

    @Test func `a column that stands in one arm only is what was assigned, and nothing is shipped by row`()
        throws
    {
        let analysis = try ExperimentAnalysis(ExperimentFixture.design(), data: Self.suggestions())
        let suspect = try #require(analysis.suspectedUnit)

        #expect(suspect.column == "developer")
        #expect(suspect.labels == 60)
        // 1 + 19 · ICC with habits uniform in (0, 1): ICC = (1/12)/(1/4) = 1/3, so about 7.3.
        #expect((4...11).contains(suspect.designEffect))
        #expect(suspect.groupedPValue > suspect.pValue)
        #expect(analysis.recommendations[0].action == .hold)
        #expect(analysis.recommendations[0].reasons[0].contains("seems to be what was assigned"))
    }

    @Test func `by the right unit the same rows raise no suspicion`() throws {
        var data = Self.suggestions()
        data.units = data.units.map { $0 / 20 }
        data.labels["developer"] = nil
        let analysis = try ExperimentAnalysis(ExperimentFixture.design(), data: data)

        #expect(analysis.suspectedUnit == nil)
        let effect = try #require(analysis.metrics[0].effect)
        #expect(try #require(effect.naivePValue) < effect.pValue)
    }

    @Test func `rows that were assigned one by one mix the arms of a developer`() throws {
        let analysis = try ExperimentAnalysis(ExperimentFixture.design(), data: Self.suggestions(mixed: true))

        #expect(analysis.suspectedUnit == nil)
    }

    // MARK: - Paired

    private var paired: ExperimentDesign {
        var design = ExperimentFixture.design(metrics: [Metric("rate", kind: .mean)])
        design.isPaired = true
        return design
    }

    /// R 4.2's `sleep`: t.test(paired = TRUE) gives t = 4.0621 on 9 degrees, p = 0.002833, CI 0.70 to 2.46.
    @Test func `a paired design takes differences inside units`() throws {
        let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
        let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
        let data = ExperimentData(
            units: Array(0..<10) + (0..<10).reversed(),
            arms: [Int](repeating: 0, count: 10) + [Int](repeating: 1, count: 10),
            metrics: ["rate": .init(first + second.reversed())]
        )
        let effect = try #require(try ExperimentAnalysis(paired, data: data).metrics[0].effect)

        #expect(isClose(effect.estimate.value, 1.58))
        #expect(abs(effect.pValue - 0.002833) < 1e-6)
        #expect(abs(effect.interval.low - 0.7001142) < 1e-6)
        #expect(abs(effect.interval.high - 2.4598858) < 1e-6)
        #expect(effect.test == "paired t")
    }

    @Test func `units that are not in every arm are set aside, rows of one unit count once`() throws {
        let data = ExperimentData(
            units: [1, 1, 2, 3, 1, 2, 3, 4],
            arms: [0, 0, 0, 0, 1, 1, 1, 1],
            metrics: ["rate": .init([0, 1, 0.2, 0.4, 0.7, 0.5, 0.4, 9])]
        )
        let analysis = try ExperimentAnalysis(paired, data: data)
        let effect = try #require(analysis.metrics[0].effect)

        #expect(analysis.assignment.units == [3, 3])
        #expect(analysis.assignment.incomplete == 1)
        // (0.7 − 0.5 + 0.5 − 0.2 + 0)/3
        #expect(isClose(effect.estimate.value, 0.5 / 3))
    }

    @Test func `a paired design without a common unit is refused, and so is a covariate`() {
        let data = ExperimentData(units: [1, 2], arms: [0, 1], metrics: ["rate": .init([1, 2])])
        var helped = data
        helped.covariates = ["rate": [1, 2]]

        #expect(throws: ExperimentError.data("no developer is seen in every arm")) {
            try ExperimentAnalysis(paired, data: data)
        }
        #expect(throws: ExperimentError.self) { try ExperimentAnalysis(paired, data: helped) }
        #expect(throws: ExperimentError.self) { try ExperimentPlan(paired, effect: 1) }
    }

    /// Ratios over the same units: by hand, R₁ = 5/10, R₀ = 4/10; parts (y − R x)/x̄ of each unit.
    @Test func `paired ratios are linearised by unit`() throws {
        var design = paired
        design.metrics = [Metric("rate", kind: .ratio)]
        let data = ExperimentData(
            units: [1, 2, 1, 2],
            arms: [0, 0, 1, 1],
            metrics: ["rate": .init([1, 3, 3, 2], denominators: [4, 6, 5, 5])]
        )
        let effect = try #require(try ExperimentAnalysis(design, data: data).metrics[0].effect)

        #expect(isClose(effect.estimate.value, 0.1))
        // Parts: treated (0.5, −0.5)/5, control (−0.6, 0.6)/5: differences ±0.22, variance 0.0968, over 2 units.
        #expect(isClose(effect.estimate.standardError, (0.0968 / 2).squareRoot()))
    }
}
