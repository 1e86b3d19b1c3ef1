import Statistics
import Testing

@testable import Experiments

/// Simulated experiments: drawn as assumed, answered as promised, equal on any number of workers.
struct ExperimentSimulationTests {
    private static func draws(
        _ assumptions: MetricAssumptions,
        shift: Double = 0,
        count: Int = 20_000
    ) -> [UnitDraw] {
        var generator = SeededGenerator(seed: 7)
        return (0..<count).map { _ in assumptions.draw(shift: shift, &generator) }
    }

    private static func variance(_ values: [Double]) throws -> Double { try Moments(of: values).variance }

    @Test func `shares of units have the mean, the correlation and the shift that are assumed`() throws {
        let assumed = MetricAssumptions(base: 0.3, eventsPerUnit: 10, intraclassCorrelation: 0.2)
        let rates = Self.draws(assumed).map { $0.value / $0.denominator }
        let moved = Self.draws(assumed, shift: 0.05).map { $0.value / $0.denominator }
        let fallen = Self.draws(assumed, shift: -0.05).map { $0.value / $0.denominator }

        // Beta-binomial: p q (1 + 9 ρ)/10 = 0.0588; a mean of 20,000 is off by 0.002.
        #expect(abs(try Moments(of: rates).mean - 0.3) < 0.006)
        #expect(abs(try Self.variance(rates) - 0.0588) < 0.002)
        #expect(abs(try Moments(of: moved).mean - 0.35) < 0.006)
        #expect(abs(try Moments(of: fallen).mean - 0.25) < 0.006)
    }

    @Test func `lognormal events keep mean, deviation and correlation`() throws {
        let assumed = MetricAssumptions(
            base: 300,
            standardDeviation: 120,
            eventsPerUnit: 4,
            intraclassCorrelation: 0.3,
            shape: .lognormal
        )
        let means = Self.draws(assumed).map { $0.value / $0.denominator }

        #expect(abs(try Moments(of: means).mean - 300) < 3)
        // 120² (1 + 3 · 0.3)/4 = 6,840, drawn to about two per cent.
        #expect(abs(try Self.variance(means) / 6840 - 1) < 0.06)
        #expect(means.allSatisfy { $0 > 0 })
    }

    @Test func `the covariate has the stated correlation and does not move with the effect`() throws {
        let assumed = MetricAssumptions(base: 5, standardDeviation: 2, covariateRSquared: 0.49)
        let plain = Self.draws(assumed)
        let moved = Self.draws(assumed, shift: 3)
        let deviation = (try Self.variance(plain.map(\.value)) * Self.variance(plain.map(\.covariate)))
            .squareRoot()
        let centre = (try Moments(of: plain.map(\.value)).mean, try Moments(of: plain.map(\.covariate)).mean)
        let products = plain.map { ($0.value - centre.0) * ($0.covariate - centre.1) }
        let correlation = try Moments(of: products).mean / deviation

        #expect(abs(correlation - 0.7) < 0.015)
        #expect(plain.map(\.covariate) == moved.map(\.covariate))
    }

    @Test func `events that vary keep their mean`() throws {
        let assumed = MetricAssumptions(base: 0.5, eventsPerUnit: 20, eventsVariation: 0.5)
        let counts = Self.draws(assumed).map(\.denominator)

        #expect(abs(try Moments(of: counts).mean - 20) < 0.3)
        #expect(abs(try Self.variance(counts).squareRoot() - 10) < 0.5)
    }

    /// Mean a/(a + b) = 0.2 and variance ab/((a + b)² (a + b + 1)) = 0.16/1.5, also with shapes below one.
    @Test func `beta variates have their moments`() throws {
        var generator = SeededGenerator(seed: 3)
        let values = (0..<20_000).map { _ in generator.beta(0.1, 0.4) }

        #expect(abs(try Moments(of: values).mean - 0.2) < 0.008)
        #expect(abs(try Self.variance(values) - 0.16 / 1.5) < 0.004)
    }

    // MARK: - Whole experiments

    private static func design(monitored: Bool = false) -> ExperimentDesign {
        ExperimentFixture.design(
            metrics: [
                Metric(
                    "acceptance",
                    kind: .ratio,
                    relevantEffect: 0.15,
                    assumptions: .init(base: 0.3, eventsPerUnit: 10, intraclassCorrelation: 0.3)
                )
            ],
            guardrails: [
                Guardrail(
                    Metric(
                        "latency",
                        kind: .mean,
                        direction: .decrease,
                        assumptions: .init(base: 300, standardDeviation: 100)
                    ),
                    margin: 60
                )
            ],
            horizon: 60,
            isMonitored: monitored
        )
    }

    private static func rate(_ count: Int, _ tally: SimulationTally) -> Double {
        Double(count) / Double(tally.experiments)
    }

    @Test func `claims are rare where nothing differs, and gains that matter are shipped`() async throws {
        let simulation = try await ExperimentSimulation.run(
            Self.design(),
            options: .init(experiments: 300, seed: 1, units: 60),
            workers: 2
        )
        let (nothing, gain, loss) = (
            simulation.scenarios[0].tally, simulation.scenarios[1].tally, simulation.scenarios[2].tally
        )

        // Three Monte Carlo errors of 300 at 5 % are 3.8 points.
        #expect(Self.rate(nothing.alarms, nothing) < 0.09)
        // Events as if independent: design effect 3.7 makes 1.96 a 1.02.
        #expect(Self.rate(nothing.naiveAlarms, nothing) > 0.2)
        #expect(nothing.alarmsAtAnyLook > nothing.alarms)
        #expect(Self.rate(gain.shipped, gain) > 0.5)
        #expect(Self.rate(loss.shipped, loss) < 0.1)
        let covered = try #require(gain.metrics["acceptance"])
        #expect(abs(Double(covered.covered) / Double(covered.estimated) - 0.95) < 0.04)
    }

    @Test func `a monitored design stays honest over its looks and stops early where it can`() async throws {
        var design = Self.design(monitored: true)
        design.metrics[0].relevantEffect = 0.3
        let simulation = try await ExperimentSimulation.run(
            design,
            options: .init(experiments: 200, seed: 2, units: 60)
        )
        let (nothing, gain) = (simulation.scenarios[0].tally, simulation.scenarios[1].tally)

        #expect(Self.rate(nothing.alarmsAtAnyLook, nothing) < 0.08)
        #expect(gain.shippedAtAnyLook > 0)
        #expect(gain.unitsWhenShipped < 60 * gain.shippedAtAnyLook)
    }

    @Test func `the number of workers changes nothing`() async throws {
        let options = ExperimentSimulation.Options(experiments: 20, seed: 4, units: 30)
        let one = try await ExperimentSimulation.run(Self.design(), options: options, workers: 1)
        let three = try await ExperimentSimulation.run(Self.design(), options: options, workers: 3)

        #expect(one == three)
    }

    @Test func `units of earlier data are drawn with replacement, their rows together`() async throws {
        let data = ExperimentFixture.data(
            count: 200,
            metrics: [
                "acceptance": { _, i in ExperimentFixture.noise(5, i) < 0.4 ? 1 : 0 },
                "latency": { arm, i in 300 + 100 * ExperimentFixture.noise(6 + arm, i) },
            ]
        )
        var design = Self.design()
        design.metrics[0] = Metric("acceptance", kind: .proportion, relevantEffect: 0.3)
        design.guardrails[0].metric.assumptions = nil
        let simulation = try await ExperimentSimulation.run(
            design,
            observed: data,
            options: .init(experiments: 200, seed: 5, units: 60, looks: 1)
        )
        let gain = simulation.scenarios[1].tally

        #expect(simulation.isFromData)
        #expect(Self.rate(simulation.scenarios[0].tally.alarms, simulation.scenarios[0].tally) < 0.1)
        // power.prop.test(n = 60, p1 = .4, p2 = .7) = 0.92
        let counts = try #require(gain.metrics["acceptance"])
        #expect(abs(Double(counts.gains) / Double(counts.estimated) - 0.92) < 0.07)
        #expect(abs(Double(counts.covered) / Double(counts.estimated) - 0.95) < 0.05)
    }

    @Test func `what cannot be drawn is refused`() async {
        var bare = Self.design()
        bare.metrics[0].assumptions = nil
        var paired = Self.design()
        paired.isPaired = true
        var impossible = Self.design()
        impossible.metrics[0].relevantEffect = 0.9
        for design in [bare, paired, impossible] {
            await #expect(throws: ExperimentError.self) {
                try await ExperimentSimulation.run(
                    design,
                    options: .init(experiments: 10, seed: 1, units: 20)
                )
            }
        }
    }
}
