import Evaluation
import HarnessCore
import Reporting

/// Words for how far an evaluation is; pure, so that a test can drive it.
struct ProgressLines {
    let tally: EvaluationTally
    let now: Duration

    /// Lines for a terminal, redrawn in place.
    func terminal(_ style: TextStyle) -> [String] {
        let share = planned > 0 ? Double(tally.done) / Double(planned) : 0
        let filled = Int((share * 24).rounded(.down))
        let bar =
            style.coloured(String(repeating: "━", count: filled), .green)
            + style.coloured(String(repeating: "─", count: 24 - filled), .dim)
        // Escape sequences have no width, so this line is kept short instead of being cut.
        var first = "evaluate \(bar)  \(Numbers.count(tally.done))/\(Numbers.count(planned))  \(rate)"
        if tally.infrastructureErrors > 0 { first += "  infra \(Numbers.count(tally.infrastructureErrors))" }
        var second = "\(passRate ?? "nothing judged yet")   \(clock)"
        if let remaining { second += ", about \(remaining) left" }
        var lines = [first, second]
        let slow = tally.slow(atLeast: .seconds(1), at: now).prefix(3).map { entry in
            let seconds = Numbers.fixed(entry.running / .seconds(1), places: 1)
            return "\(printable(entry.place.taskID)) #\(entry.place.index) \(seconds) s"
        }
        if !slow.isEmpty { lines.append("slow   " + slow.joined(separator: "    ")) }
        if let count = tally.resultsToConfirm {
            lines.append("running \(Numbers.count(count, "doubtful result")) again, one at a time")
        }
        if tally.isStopping { lines.append("stopping: finishing what runs (^C again stops at once)") }
        return [lines[0]] + lines.dropFirst().map { TextWidth.cut($0, to: style.columns) }
    }

    /// One line for a log.
    var log: String {
        let percent = planned > 0 ? tally.done * 100 / planned : 0
        var line = "\(clock)  evaluated \(tally.done)/\(planned) (\(percent) %)"
        if let passRate { line += "  \(passRate)" }
        line += "  infra \(tally.infrastructureErrors)  \(rate)"
        if let remaining { line += "  about \(remaining) left" }
        return line
    }

    /// Tenths of the way that are done.
    var tenths: Int { planned > 0 ? tally.done * 10 / planned : 0 }

    private var planned: Int { tally.counts?.planned ?? 0 }

    private var passRate: String? {
        tally.passRate.map { rate in
            let judged = Numbers.count(tally.passed + tally.failed)
            return "passed \(Numbers.fixed(rate * 100, places: 0)) % of \(judged) so far"
        }
    }

    private var rate: String {
        guard let rate = tally.rate(at: now) else { return "–/s" }
        return "\(Numbers.fixed(rate, places: rate < 10 ? 1 : 0))/s"
    }

    private var remaining: String? {
        guard tally.done < planned else { return nil }
        return tally.remaining(at: now).map { Self.minutes($0 / .seconds(1)) }
    }

    private var clock: String { Self.minutes(tally.elapsed(at: now) / .seconds(1)) }

    private static func minutes(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        return "\(whole / 60):" + (whole % 60 < 10 ? "0" : "") + "\(whole % 60)"
    }
}
