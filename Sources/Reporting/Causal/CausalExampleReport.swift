package import Causal

/// What the example's files hold, and the truth about them.
package struct CausalExampleReport: Report {
    private let latency: LatencyExample
    private let rollout: RolloutExample
    private let seed: UInt64
    private let folder: String

    package init(_ latency: LatencyExample, _ rollout: RolloutExample, seed: UInt64, folder: String) {
        self.latency = latency
        self.rollout = rollout
        self.seed = seed
        self.folder = printable(folder)
    }

    package func lines(_ style: TextStyle) -> [String] {
        let points = EffectFormat(isShare: true, standardError: nil)
        let sentences = [
            "\(folder)/latency.csv   \(Numbers.count(latency.rows, "suggestion")); acceptance of the slow ones differs by "
                + "\(points.signed(latency.naive)) pp, but slowness itself moves it by "
                + "\(points.signed(latency.effect)) pp (\(points.signed(latency.effectOnTreated)) pp of the slow ones)",
            "\(folder)/rollout.csv   \(Numbers.count(rollout.rows, "week")) of developers; the faster server moves "
                + "acceptance by \(points.signed(rollout.effect)) pp where it runs",
            "\(folder)/truth.json   these numbers (seed \(seed))",
        ]
        return sentences.flatMap { style.wrapped($0) }
    }

    package var json: JSONValue {
        .document(
            "causal-example",
            [
                "seed": .integer(Int(clamping: seed)), "folder": .text(folder),
                "latency": .object([
                    "rows": .integer(latency.rows), "ate": .number(latency.effect),
                    "att": .number(latency.effectOnTreated), "naive": .number(latency.naive),
                ]),
                "rollout": .object(["rows": .integer(rollout.rows), "att": .number(rollout.effect)]),
            ]
        )
    }
}
