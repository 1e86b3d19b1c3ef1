import Evaluation
import HarnessCore
import Reporting

/// What is known of a running evaluation; pure, so that a test can drive it.
struct ProgressState: Sendable {
    private(set) var planned = 0
    private(set) var passed = 0
    private(set) var failed = 0
    private(set) var infrastructure = 0
    private(set) var cached = 0
    private var isStopping = false
    private var note: String?
    /// Programs at work, with the moment each began.
    private var running: [Key: Duration] = [:]

    private struct Key: Hashable {
        var taskID: String
        var index: Int
    }

    var done: Int { passed + failed + infrastructure }

    mutating func apply(_ event: EvaluationEvent, at now: Duration) {
        switch event {
        case .started(let counts): planned = counts.planned
        case .checkingReferences(let count): note = "checking \(Numbers.count(count, "reference")) first"
        case .quarantined, .retrying: break
        case .began(let taskID, let index): running[Key(taskID: taskID, index: index)] = now
        case .finished(let sample):
            note = nil
            running[Key(taskID: sample.taskID, index: sample.index)] = nil
            if sample.source == .cached { cached += 1 }
            switch sample.verdict.outcome {
            case .passed: passed += 1
            case .failed: failed += 1
            case .infrastructureError: infrastructure += 1
            }
        case .confirmingTimeouts(let count):
            // A program that waits for its second run is not slow, it is not running.
            running = [:]
            note = "running \(Numbers.count(count, "time-out")) again, alone"
        case .stopping: isStopping = true
        case .ended: running = [:]
        }
    }

    /// Lines for a terminal, redrawn in place.
    func lines(now: Duration, style: TextStyle) -> [String] {
        let share = planned > 0 ? Double(done) / Double(planned) : 0
        let filled = Int((share * 24).rounded(.down))
        let bar =
            style.coloured(String(repeating: "━", count: filled), .green)
            + style.coloured(String(repeating: "━", count: 24 - filled), .dim)
        var first = "evaluate \(bar)  \(Numbers.count(done))/\(Numbers.count(planned))  \(rate(now))"
        if cached > 0 { first += "  cached \(Numbers.count(cached))" }
        if infrastructure > 0 { first += "  infra \(Numbers.count(infrastructure))" }
        var second = passRate ?? "nothing judged yet"
        if let left = timeLeft(now) { second += "   \(clock(now)), about \(left) left" }
        if let note { second += "   \(note)" }
        var lines = [first, second]
        let slow = slowest(now)
        if !slow.isEmpty { lines.append("slow   " + slow.joined(separator: "    ")) }
        if isStopping { lines.append("stopping: finishing what runs (^C again stops at once)") }
        // The coloured line's escape sequences have no width, so only plain lines are cut.
        return lines.enumerated().map {
            $0.offset == 0 ? $0.element : TextWidth.cut($0.element, to: style.columns)
        }
    }

    /// One line for a log.
    func logLine(now: Duration) -> String {
        let percent = planned > 0 ? done * 100 / planned : 0
        var line = "\(clock(now))  evaluated \(done)/\(planned) (\(percent) %)"
        if let passRate { line += "  \(passRate)" }
        line += "  infra \(infrastructure)  \(rate(now))"
        if let left = timeLeft(now) { line += "  about \(left) left" }
        return line
    }

    private var passRate: String? {
        let judged = passed + failed
        guard judged > 0 else { return nil }
        return "passed \(passed * 100 / judged) % of \(Numbers.count(judged)) so far"
    }

    private func rate(_ now: Duration) -> String {
        let executed = done - cached
        guard now > .seconds(0), executed > 0 else { return "–/s" }
        let perSecond = Double(executed) / now.inSeconds
        return "\(Numbers.fixed(perSecond, places: perSecond < 10 ? 1 : 0))/s"
    }

    private func timeLeft(_ now: Duration) -> String? {
        let executed = done - cached
        guard executed > 0, done < planned else { return nil }
        return minutes(Double(planned - done) * now.inSeconds / Double(executed))
    }

    /// The programs that have been running longest, from a second upwards.
    private func slowest(_ now: Duration) -> [String] {
        running.filter { now - $0.value >= .seconds(1) }
            .sorted { ($0.value, $0.key.taskID, $0.key.index) < ($1.value, $1.key.taskID, $1.key.index) }
            .prefix(3)
            .map { entry in
                let seconds = Numbers.fixed((now - entry.value).inSeconds, places: 1)
                return "\(printable(entry.key.taskID)) #\(entry.key.index) \(seconds) s"
            }
    }

    private func clock(_ now: Duration) -> String { minutes(now.inSeconds) }

    private func minutes(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        return "\(whole / 60):" + (whole % 60 < 10 ? "0" : "") + "\(whole % 60)"
    }
}

extension Duration {
    /// This duration in seconds.
    var inSeconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
