import Foundation

@testable import Telemetry

/// The sums of a day and model computed the slow way: from parsed lines, without the store.
struct RecomputedRollup {
    /// Sums by "day model".
    private(set) var sums: [String: [RollupMeasure: Double]] = [:]

    private struct Event {
        var time: Int64
        var kind: String
        var data: [String: Any]

        func text(_ name: String) -> String? { data[name] as? String }
        func number(_ name: String) -> Double? { (data[name] as? NSNumber)?.doubleValue }
        var day: Int64 { time / 86_400_000 }
    }

    private var events: [Event] = []
    private var byKind: [String: [String: [Event]]] = [:]

    /// Reads lines that are known to be events or broken; of equal ids the first counts.
    init(lines: [[UInt8]]) {
        var seen: Set<String> = []
        for line in lines {
            guard let value = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
                let id = value["id"] as? String, let type = value["type"] as? String, type.hasSuffix(".v1"),
                let text = value["time"] as? String, let data = value["data"] as? [String: Any],
                let time = try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text),
                // What the generator breaks on purpose has ids of its own.
                !id.hasPrefix("ebad"), seen.insert(id).inserted
            else { continue }
            let milliseconds = Int64((time.timeIntervalSince1970 * 1000).rounded())
            let kind = String(type.dropFirst("dev.assist.".count).dropLast(".v1".count))
            events.append(Event(time: milliseconds, kind: kind, data: data))
        }
        events.sort { $0.time < $1.time }
        for event in events {
            if let suggestion = event.text("suggestion_id") {
                byKind[event.kind, default: [:]][suggestion, default: []].append(event)
            }
        }
        addSuggestions()
        addCounts()
        addSessions()
    }

    private mutating func add(_ measure: RollupMeasure, _ value: Double, of event: Event) {
        guard value != 0 else { return }
        let key = "\(event.day) \(event.text("model_version") ?? "")"
        sums[key, default: [:]][measure, default: 0] += value
    }

    private mutating func addSuggestions() {
        let builds = Dictionary(grouping: events.filter { $0.kind == "build.finished" }) {
            $0.text("session_id")
        }
        let tests = Dictionary(grouping: events.filter { $0.kind == "test.finished" }) {
            $0.text("session_id")
        }
        for (id, shownEvents) in byKind["suggestion.shown"] ?? [:] {
            guard let shown = shownEvents.first else { continue }
            let characters = shown.number("n_chars") ?? 0
            let latency = shown.number("latency_ms") ?? 0
            add(.shown, 1, of: shown)
            add(.charactersShown, characters, of: shown)
            add(.latencySum, latency, of: shown)
            add(.latencySquares, latency * latency, of: shown)
            add(.over200, latency > 200 ? 1 : 0, of: shown)
            add(.over500, latency > 500 ? 1 : 0, of: shown)
            add(.inputTokens, shown.number("input_tokens") ?? 0, of: shown)
            add(.outputTokens, shown.number("output_tokens") ?? 0, of: shown)
            let limit = shown.time + 86_400_000
            func first(_ kind: String) -> Event? {
                byKind[kind]?[id]?.first { $0.time >= shown.time && $0.time <= limit }
            }
            guard let accepted = first("suggestion.accepted") else {
                let outcome = first("suggestion.rejected")?.text("outcome")
                add(.rejected, ["explicit", "dismissed"].contains(outcome) ? 1 : 0, of: shown)
                add(.ignored, ["superseded", "ignored"].contains(outcome) ? 1 : 0, of: shown)
                continue
            }
            let taken = accepted.number("chars_accepted") ?? characters
            add(.accepted, 1, of: shown)
            add(.acceptedPartly, accepted.text("outcome") == "partial" ? 1 : 0, of: shown)
            add(.charactersAccepted, taken, of: shown)
            let looks = byKind["suggestion.edited"]?[id] ?? []
            if let look = looks.max(by: { ($0.number("after_s") ?? 0) < ($1.number("after_s") ?? 0) }) {
                let left = look.number("chars_retained") ?? 0
                add(.looked, 1, of: shown)
                add(.retained, left >= 0.8 * taken ? 1 : 0, of: shown)
                add(.charactersRetained, left, of: shown)
                add(.editDistance, look.number("edit_distance") ?? 0, of: shown)
                add(.editShare, (look.number("edit_distance") ?? 0) / taken, of: shown)
            }
            let session = shown.text("session_id")
            func next(_ checks: [String?: [Event]]) -> Event? {
                checks[session]?.first { $0.time > accepted.time && $0.time <= accepted.time + 1_800_000 }
            }
            if let build = next(builds) {
                add(.built, 1, of: shown)
                add(.builtOK, build.data["ok"] as? Bool == true ? 1 : 0, of: shown)
            }
            if let test = next(tests) {
                add(.tested, 1, of: shown)
                add(.testedOK, test.number("failed") == 0 ? 1 : 0, of: shown)
            }
        }
    }

    private mutating func addCounts() {
        for event in events {
            switch event.kind {
            case "suggestion.requested": add(.requested, 1, of: event)
            case "error": add(.errors, 1, of: event)
            case "session.ended": add(.charactersTyped, event.number("chars_typed") ?? 0, of: event)
            default: break
            }
        }
    }

    private mutating func addSessions() {
        let sessions = Dictionary(grouping: events.filter { $0.text("session_id") != nil }) {
            $0.text("session_id")
        }
        for members in sessions.values {
            guard let first = members.first else { continue }
            let hasShown = members.contains { $0.kind == "suggestion.shown" }
            let hasPass = members.contains {
                $0.kind == "test.finished" && $0.number("failed") == 0 && ($0.number("passed") ?? 0) > 0
            }
            add(.sessions, 1, of: first)
            add(.sessionsWithSuggestion, hasShown ? 1 : 0, of: first)
            add(.sessionsWithPass, hasShown && hasPass ? 1 : 0, of: first)
        }
    }
}
