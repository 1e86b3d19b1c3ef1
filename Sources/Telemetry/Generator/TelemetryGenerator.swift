/// Makes developers, sessions and events whose true effects are known, for tests and demonstrations.
///
/// Half of the developers are given v2 by chance on the first day and keep it. Time runs day by day; what is late on
/// one day is written on a later one.
package struct TelemetryGenerator {
    package let plan: GeneratorPlan
    package private(set) var tally = GeneratorTally()

    private var draws: GeneratorDraws
    private var writer = EventLineWriter()
    private var developers: [GeneratedDeveloper] = []
    /// Lines that are written some days later, by day.
    private var delayed: [Int: [[UInt8]]] = [:]
    private var lastSession: UInt64 = 0
    private var lastSuggestion: UInt64 = 0

    package init(_ plan: GeneratorPlan) {
        self.plan = plan
        draws = GeneratorDraws(seed: plan.seed)
        for number in 0..<plan.developers {
            developers.append(GeneratedDeveloper(number: number, truth: plan.truth, &draws))
        }
    }

    /// Hands out the days' lines in order, each day's at once.
    package mutating func generate(_ write: ([UInt8]) throws -> Void) rethrows {
        for day in 0..<plan.days {
            writer.removeAll()
            for line in delayed.removeValue(forKey: day) ?? [] { writer.append(raw: line + [0x0A]) }
            for index in developers.indices { generate(day: day, developer: index) }
            try write(writer.bytes)
        }
        writer.removeAll()
        for day in delayed.keys.sorted() {
            for line in delayed[day] ?? [] { writer.append(raw: line + [0x0A]) }
        }
        delayed = [:]
        try write(writer.bytes)
    }

    private mutating func generate(day: Int, developer index: Int) {
        let developer = developers[index]
        let midnight = (plan.firstDay + Int64(day)) * EventTime.millisecondsPerDay
        if day == 0 {
            emit(
                .exposure,
                at: midnight + 6 * 3_600_000,
                day: day,
                common: developer.common,
                own:
                    #","experiment_key":"model-v2","variant":"\#(developer.model == "v2" ? "treatment" : "control")""#
            )
        }
        let isWeekend = (plan.firstDay + Int64(day) + 3) % 7 >= 5
        guard draws.chance(isWeekend ? 0.12 : 0.85) else { return }
        // The working day begins between 7 and 11 o'clock.
        var time = midnight + Int64(7 * 3_600_000 + draws.uniform() * 4 * 3_600_000)
        for _ in 0..<(1 + draws.index(below: 3)) {
            time = session(of: developer, from: time, day: day)
            time += Int64(2_400_000 + draws.uniform() * 3_600_000)
        }
    }

    /// One session; returns its end.
    private mutating func session(of developer: GeneratedDeveloper, from start: Int64, day: Int) -> Int64 {
        lastSession += 1
        let language = developer.languages[draws.index(below: developer.languages.count)]
        let task = developer.number * 1000 + day / 3
        let common = developer.common(session: lastSession, language: language, task: task)
        var time = start
        var typed = 0
        emit(.sessionStarted, at: time, day: day, common: common, own: "")
        for _ in 0..<draws.count(mean: plan.suggestionsPerSession) {
            time += Int64(4000 + draws.uniform() * 40_000)
            let accepted = suggestion(of: developer, language, at: &time, day: day, common: common)
            typed += 20 + draws.index(below: 60)
            if accepted, draws.chance(0.25) { check(at: time + 15_000, day: day, common: common) }
        }
        time += 20_000
        emit(.sessionEnded, at: time, day: day, common: common, own: ",\"chars_typed\":\(typed)")
        tally.sessions += 1
        return time
    }

    /// One request and what follows; tells whether it was accepted.
    private mutating func suggestion(
        of developer: GeneratedDeveloper,
        _ language: String,
        at time: inout Int64,
        day: Int,
        common: [UInt8]
    ) -> Bool {
        lastSuggestion += 1
        let identity = #","suggestion_id":"s\#(lastSuggestion)""#
        let isOutage = day == plan.truth.outageDay
        emit(.suggestionRequested, at: time, day: day, common: common, own: identity)
        if draws.chance(isOutage ? 0.2 : 0.004) {
            emit(.error, at: time + 900, day: day, common: common, own: #","outcome":"timeout""#)
            tally.errors += 1
            return false
        }
        let median = (plan.truth.latencyMedian[developer.model] ?? 250) * (isOutage ? 6 : 1)
        let drawn = draws.logNormal(median: median, spread: plan.truth.latencySpread)
        let latency = min(60_000, (drawn * 10).rounded() / 10)
        time += Int64(latency)
        let characters = 10 + draws.index(below: 190)
        emit(
            .suggestionShown,
            at: time,
            day: day,
            common: common,
            own: identity
                + ",\"latency_ms\":\(latency),\"n_chars\":\(characters),\"input_tokens\":\(400 + draws.index(below: 800)),"
                + "\"output_tokens\":\(characters / 4 + 1)"
        )
        tally.shown[developer.model, default: 0] += 1
        let chance = plan.truth.acceptance(
            developer: developer.taste,
            language: language,
            model: developer.model,
            latency: latency,
            week: day / 7
        )
        time += Int64(600 + draws.uniform() * 4000)
        guard draws.chance(chance) else {
            let outcome = ["dismissed", "dismissed", "superseded", "explicit"][draws.index(below: 4)]
            emit(
                .suggestionRejected,
                at: time,
                day: day,
                common: common,
                own: identity + #","outcome":"\#(outcome)""#
            )
            return false
        }
        accept(identity, characters, at: time, day: day, common: common)
        tally.accepted[developer.model, default: 0] += 1
        return true
    }

    private mutating func accept(
        _ identity: String,
        _ characters: Int,
        at time: Int64,
        day: Int,
        common: [UInt8]
    ) {
        let isPartial = draws.chance(0.1)
        let taken = isPartial ? max(1, characters / 2) : characters
        emit(
            .suggestionAccepted,
            at: time,
            day: day,
            common: common,
            own: identity + ",\"outcome\":\"\(isPartial ? "partial" : "full")\",\"chars_accepted\":\(taken)"
        )
        let share = min(1, max(0, plan.truth.editShare + 0.15 * draws.normal()))
        for (after, part) in [(30, 0.4), (120, 1.0)] {
            let changed = Int((Double(taken) * share * part).rounded())
            emit(
                .suggestionEdited,
                at: time + Int64(after) * 1000,
                day: day,
                common: common,
                own: identity
                    + ",\"after_s\":\(after),\"edit_distance\":\(changed),\"chars_retained\":\(taken - changed)"
            )
        }
    }

    /// A build, and where it succeeds a test run.
    private mutating func check(at time: Int64, day: Int, common: [UInt8]) {
        let isBuilt = draws.chance(plan.truth.buildOK)
        let errors = isBuilt ? 0 : 1 + draws.index(below: 5)
        emit(
            .buildFinished,
            at: time,
            day: day,
            common: common,
            own: ",\"ok\":\(isBuilt),\"errors\":\(errors)"
        )
        guard isBuilt else { return }
        let failed = draws.chance(plan.truth.testOK) ? 0 : 1 + draws.index(below: 4)
        emit(
            .testFinished,
            at: time + 20_000,
            day: day,
            common: common,
            own: ",\"passed\":\(20 - failed),\"failed\":\(failed)"
        )
    }

    /// Writes one event, and now and then writes it twice, late or broken.
    private mutating func emit(_ kind: EventKind, at time: Int64, day: Int, common: [UInt8], own: String) {
        let line = writer.append(kind, at: time, common: common, own: own)
        tally.events += 1
        let fate = draws.uniform()
        if fate < plan.duplicates {
            writer.append(raw: Array(writer.bytes[line]) + [0x0A])
            tally.duplicates += 1
        } else if fate < plan.duplicates + plan.late {
            delayed[day + 1 + draws.index(below: 3), default: []].append(writer.removeLast(line))
            tally.late += 1
        }
        if draws.chance(plan.corrupt) {
            writer.append(raw: GeneratedCorruption.line(kind, time, common, &draws) + [0x0A])
            tally.corrupt += 1
        }
    }
}

/// What a generated data set holds, counted while it was made.
package struct GeneratorTally: Sendable, Hashable, Codable {
    /// Different events; a correct import keeps just these.
    package var events = 0
    package var sessions = 0
    package var errors = 0
    package var shown: [String: Int] = [:]
    package var accepted: [String: Int] = [:]
    package var duplicates = 0
    package var late = 0
    /// Lines that are no events.
    package var corrupt = 0
}
