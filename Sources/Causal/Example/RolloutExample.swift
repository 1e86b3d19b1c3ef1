import Foundation
import Statistics

/// Made-up weeks of teams that got a faster server one after the other; the true effect is known.
///
/// Acceptance rises by 2 points when a team switches and by another point each week after, so teams that
/// switched are no fair comparison for later ones: the regression with two fixed effects comes out too low.
package struct RolloutExample: Sendable {
    /// The table as CSV, one developer and week per row.
    package let csv: String
    /// The mean effect over all developers and weeks with the faster server.
    package let effect: Double
    package let rows: Int

    private static let weeks = 10
    /// The first week with the faster server of each group of teams; nil for none.
    private static let starts: [Int?] = [4, 6, 8, nil]

    /// With `teams` of six developers over ten weeks; the same seed gives the same bytes.
    package init(seed: UInt64 = 1, teams: Int = 40) {
        var generator = SeededGenerator(seed: seed &+ 0x5EED)
        var lines = ["developer,team,week,fast,acceptance"]
        var effects: [Double] = []
        for team in 1...max(8, teams) {
            let start = Self.starts[team % Self.starts.count]
            let base = 0.3 + 0.05 * generator.normal()
            let shocks = (0..<Self.weeks).map { _ in 0.01 * generator.normal() }
            for member in 1...6 {
                let habit = 0.06 * generator.normal()
                for week in 1...Self.weeks {
                    let isFast = start.map { week >= $0 } ?? false
                    let effect = isFast ? 0.02 + 0.01 * Double(week - (start ?? week)) : 0
                    if isFast { effects.append(effect) }
                    let value =
                        base + habit + shocks[week - 1] - 0.004 * Double(week) + effect
                        + 0.04 * generator.normal()
                    let rate = (min(1, max(0, value)) * 10_000).rounded() / 10_000
                    lines.append("t\(team)d\(member),t\(team),\(week),\(isFast ? 1 : 0),\(rate)")
                }
            }
        }
        csv = lines.joined(separator: "\n") + "\n"
        effect = effects.reduce(0, +) / Double(effects.count)
        rows = lines.count - 1
    }
}
