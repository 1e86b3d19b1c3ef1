import Foundation
import Statistics

/// Made-up suggestions of a code assistant: does a slow one get accepted less? The true effect is known.
///
/// Better suggestions take longer, so the slow ones are the better ones and the plain difference hides the
/// harm. Quality, language and segment cause both latency and acceptance; a rerouted request is slower for no
/// reason that has to do with its suggestion (an instrument); developers accept more or less by habit
/// (clusters); what was typed before the request cannot depend on its latency (a negative control).
package struct LatencyExample: Sendable {
    /// The table as CSV, one suggestion per row.
    package let csv: String
    /// The mean over all rows of the acceptance chance if slow less that if not: the true effect.
    package let effect: Double
    /// The same over the rows that were slow.
    package let effectOnTreated: Double
    /// The difference of acceptance rates that the table shows.
    package let naive: Double
    package let rows: Int

    private struct Developer {
        var segment: Segment
        var habit: Double
        var languages: [Language]
    }

    private struct Segment {
        var name: String
        /// What a slow suggestion loses here.
        var loss: Double
        var acceptance: Double
        var latency: Double

        static let all = [
            Segment(name: "education", loss: 0.07, acceptance: 0.06, latency: 30),
            Segment(name: "enterprise", loss: 0.10, acceptance: -0.05, latency: 80),
            Segment(name: "individual", loss: 0.06, acceptance: 0, latency: 0),
        ]
    }

    private struct Language {
        var name: String
        var acceptance: Double
        var latency: Double

        static let all = [
            Language(name: "go", acceptance: 0.02, latency: -20),
            Language(name: "java", acceptance: -0.04, latency: 60),
            Language(name: "python", acceptance: 0.05, latency: 0),
            Language(name: "typescript", acceptance: 0, latency: 25),
        ]
    }

    /// With `developers` of 20 to 60 suggestions each; the same seed gives the same bytes.
    package init(seed: UInt64 = 1, developers: Int = 300) {
        var generator = SeededGenerator(seed: seed)
        var lines = [
            "developer,segment,language,quality,rerouted,latency_ms,slow,accepted,keystrokes_before"
        ]
        var (losses, slowLosses): ([Double], [Double]) = ([], [])
        var (accepted, shown) = ([0.0, 0.0], [0.0, 0.0])
        for number in 1...max(2, developers) {
            let developer = Self.developer(&generator)
            for _ in 0..<20 + generator.index(below: 41) {
                let language = developer.languages[generator.index(below: 2)]
                let raw = 0.55 + 0.18 * generator.normal()
                let quality = (min(1, max(0, raw)) * 1000).rounded() / 1000
                let isRerouted = generator.uniform() < 0.25
                let mean =
                    420 + 500 * (quality - 0.55) + language.latency + developer.segment.latency
                    + (isRerouted ? 220 : 0)
                let latency = Int(max(40, mean + 110 * generator.normal()).rounded())
                let isSlow = latency > 500
                let chance =
                    0.38 + 0.7 * (quality - 0.55) + language.acceptance + developer.segment.acceptance
                    + developer.habit
                func bounded(_ value: Double) -> Double { min(0.98, max(0.02, value)) }
                let loss = bounded(chance - developer.segment.loss) - bounded(chance)
                losses.append(loss)
                if isSlow { slowLosses.append(loss) }
                let isAccepted = generator.uniform() < bounded(chance) + (isSlow ? loss : 0)
                accepted[isSlow ? 1 : 0] += isAccepted ? 1 : 0
                shown[isSlow ? 1 : 0] += 1
                let typed = Int(max(0, 60 + 40 * (quality - 0.55) + 15 * generator.normal()).rounded())
                lines.append(
                    "d\(number),\(developer.segment.name),\(language.name),\(quality),\(isRerouted ? 1 : 0),"
                        + "\(latency),\(isSlow ? 1 : 0),\(isAccepted ? 1 : 0),\(typed)"
                )
            }
        }
        csv = lines.joined(separator: "\n") + "\n"
        rows = losses.count
        effect = losses.reduce(0, +) / Double(losses.count)
        effectOnTreated = slowLosses.reduce(0, +) / Double(max(1, slowLosses.count))
        naive = accepted[1] / max(1, shown[1]) - accepted[0] / max(1, shown[0])
    }

    private static func developer(_ generator: inout SeededGenerator) -> Developer {
        let segment = Segment.all[generator.index(below: Segment.all.count)]
        let habit = 0.1 * generator.normal()
        let first = generator.index(below: Language.all.count)
        let second = generator.index(below: Language.all.count)
        return Developer(
            segment: segment,
            habit: habit,
            languages: [Language.all[first], Language.all[second]]
        )
    }
}
