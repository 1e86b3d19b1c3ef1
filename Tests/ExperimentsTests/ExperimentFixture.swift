import Statistics

@testable import Experiments

/// Small experiments with known answers.
enum ExperimentFixture {
    static func design(
        metrics: [Metric] = [Metric("acceptance", kind: .proportion)],
        guardrails: [Guardrail] = [],
        horizon: Int? = nil,
        isMonitored: Bool = false
    ) -> ExperimentDesign {
        ExperimentDesign(
            name: "v2",
            unit: "developer",
            arms: [Arm("v1"), Arm("v2")],
            metrics: metrics,
            guardrails: guardrails,
            horizon: horizon,
            isMonitored: isMonitored
        )
    }

    /// One row per unit: `count` units per arm, control first, values by arm and position.
    static func data(
        count: Int,
        metrics: [String: (_ arm: Int, _ index: Int) -> Double],
        covariates: [String: (_ arm: Int, _ index: Int) -> Double] = [:],
        segments: [String: (_ arm: Int, _ index: Int) -> String] = [:]
    ) -> ExperimentData {
        let rows = (0..<2).flatMap { arm in (0..<count).map { (arm, $0) } }
        return ExperimentData(
            units: Array(rows.indices),
            arms: rows.map(\.0),
            metrics: metrics.mapValues { value in .init(rows.map { value($0.0, $0.1) }) },
            covariates: covariates.mapValues { value in rows.map { value($0.0, $0.1) } },
            segments: segments.mapValues { label in rows.map { label($0.0, $0.1) } }
        )
    }

    /// Numbers in [0, 1) that look random and never change.
    static func noise(_ seed: Int, _ index: Int) -> Double {
        var generator = SeededGenerator(seed: UInt64(seed) &* 1_000_003 &+ UInt64(index))
        return Double(generator.next() >> 11) * 0x1p-53
    }
}

func isClose(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(value - expected) <= tolerance * max(1, abs(expected))
}
