import Scoring

/// The numbers of one effect as reports write them.
struct EffectRow {
    let effect: Effect
    let metric: ComparisonMetric
    let alpha: Double
    let margin: Double?
    /// The name of the correction behind the adjusted p.
    let adjustment: String?

    var word: EffectWord {
        effect.word(alpha: alpha, margin: margin, isHigherBetter: metric.isHigherBetter)
    }

    /// The word for a reading, without correction.
    func word(_ reading: DifferenceReading) -> EffectWord {
        Effect.word(
            reading,
            p: reading.p,
            alpha: alpha,
            margin: margin,
            isHigherBetter: metric.isHigherBetter
        )
    }

    static func points(_ share: Double?) -> String {
        guard let share, share.isFinite else { return "–" }
        let text = Numbers.fixed(abs(share) * 100, places: 1)
        if Double(text) == 0 { return "0.0" }
        return (share < 0 ? "−" : "+") + text
    }

    static func interval(_ reading: DifferenceReading?) -> String {
        guard let interval = reading?.interval(level: 0.95) else { return "–" }
        return "[\(points(interval.low)), \(points(interval.high))]"
    }

    static func p(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "–" }
        if value < 0.001 { return "<.001" }
        let text = Numbers.fixed(value, places: 3)
        return text.hasPrefix("0.") ? String(text.dropFirst()) : text
    }

    /// `–` where nothing can be detected at all.
    var sees: String { effect.minimumDetectable.map { Numbers.fixed($0 * 100, places: 1) } ?? "–" }

    static func json(_ reading: DifferenceReading?) -> JSONValue {
        guard let reading else { return .null }
        let interval = reading.interval(level: 0.95)
        return .object([
            "delta": .number(reading.difference), "se": .number(reading.standardError),
            "df": .optional(reading.degreesOfFreedom), "p": .number(reading.p),
            "ci": .object([
                "low": .number(interval.low), "high": .number(interval.high), "level": .number(0.95),
                "method": .text(reading.basis.rawValue),
            ]),
        ])
    }

    var json: JSONValue {
        .object([
            "metric": .text(metric.name),
            "segment": effect.segment.map { .object([$0.dimension.rawValue: .text($0.value)]) }
                ?? .object([:]),
            "tasks": .integer(effect.tasks), "clusters": .integer(effect.clusters),
            "samples": .object([
                "base": .integer(effect.baseSamples), "cand": .integer(effect.candidateSamples),
            ]),
            "base": .number(effect.base), "cand": .number(effect.candidate),
            "delta": .number(effect.difference),
            "new_tasks": Self.json(effect.newTasks), "this_suite": Self.json(effect.thisSuite),
            "p_adjusted": .optional(effect.adjustedP),
            "adjust": effect.adjustedP == nil ? .null : .optional(adjustment),
            "mde": .optional(effect.minimumDetectable), "cohen_d_paired": .optional(effect.standardized),
            "tasks_better": .integer(effect.wins), "tasks_worse": .integer(effect.losses),
            "tasks_equal": .integer(effect.ties), "reading": .text(word.rawValue),
        ])
    }
}

extension EffectWord {
    /// A word that fits a table.
    var short: String {
        switch self {
        case .better: "better"
        case .worse: "worse"
        case .equivalent: "equal"
        case .notResolved: "open"
        }
    }
}
