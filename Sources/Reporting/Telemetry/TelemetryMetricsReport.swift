import Statistics
package import Telemetry

/// The figures of a time span, over all or by segment, each with its interval, its count and its definition.
package struct TelemetryMetricsReport: Report {
    private let days: ClosedRange<Int64>
    private let dimension: MetricQuery.Dimension?
    private let segments: [MetricQuery.Segment]
    private let quarantined: Int

    package init(_ query: MetricQuery, _ segments: [MetricQuery.Segment], quarantined: Int) {
        days = query.days
        dimension = query.dimension
        self.segments = segments
        self.quarantined = quarantined
    }

    package func lines(_ style: TextStyle) -> [String] {
        let (first, last) = (EventTime.dayText(days.lowerBound), EventTime.dayText(days.upperBound))
        var lines = [style.coloured("telemetry  \(first) to \(last)", .bold)]
        if let headline = segments.first?.metrics.first, segments.count == 1 {
            lines += style.wrapped(Self.sentence(headline))
        }
        if quarantined > 0 {
            lines.append(
                "\(Numbers.count(quarantined, "line")) in quarantine: evalharness telemetry quarantine"
            )
        }
        for segment in segments {
            lines.append("")
            if let name = segment.name, let dimension {
                lines.append(style.coloured("\(dimension.rawValue) \(printable(name))", .bold))
            }
            lines += table(segment).lines(style) + style.wrapped(Self.times(segment))
        }
        lines +=
            [""]
            + style.wrapped(
                "95 % CI clustered by developer (delta method); deff: how many times wider in variance than if every "
                    + "event were independent. Definitions: evalharness telemetry metrics --definitions."
            )
        return lines
    }

    private static func sentence(_ value: MetricValue) -> String {
        guard let rate = value.value else { return "Nothing was shown in this time." }
        let others = value.alternatives.compactMap { other in
            other.value.map { "\(Numbers.percent($0)) \(other.name)" }
        }
        let mean = value.meanOfDevelopers.map { "\(Numbers.percent($0)) as the mean of developers" }
        return "\(Numbers.percent(rate)) of the suggestions shown were accepted ("
            + (others + [mean].compactMap(\.self)).joined(separator: ", ") + ")."
    }

    private func table(_ segment: MetricQuery.Segment) -> TextTable {
        TextTable(
            columns: [
                .init("metric"), .init("value", .right), .init("95 % CI", .right), .init("n", .right),
                .init("developers", .right), .init("deff", .right),
            ],
            // Costs that nobody sent are not zero.
            rows: segment.metrics.filter {
                $0.denominator > 0 && ($0.metric.unit != .dollars || $0.numerator > 0)
            }
            .map { value in
                [
                    value.metric.title,
                    Self.text(value.value, value.metric.unit),
                    value.interval.map {
                        "[\(Self.text($0.low, value.metric.unit)), \(Self.text($0.high, value.metric.unit))]"
                    } ?? "–",
                    Numbers.count(Int(value.denominator.rounded())),
                    Numbers.count(value.developers),
                    Numbers.fixed(value.designEffect, places: 1),
                ]
            }
        )
    }

    private static func times(_ segment: MetricQuery.Segment) -> String {
        let quantiles = [0.5, 0.9, 0.95, 0.99].map { share in
            "p\(Int(share * 100)) \(Numbers.fixed(segment.latency.quantile(share), places: 0))"
        }
        var text = "latency ms: \(quantiles.joined(separator: ", ")) (to 1 %)"
        let tasks = segment.taskTimes
        if !tasks.times.isEmpty {
            text += " · task completion: "
            if let median = tasks.median {
                text +=
                    "median \(Numbers.fixed(median.minutes, places: 1)) min "
                    + "[\(Numbers.fixed(median.low, places: 1)), \(Numbers.fixed(median.high, places: 1))]"
            } else {
                text += "no median"
            }
            text +=
                ", \(Numbers.count(tasks.completed)) of \(Numbers.count(tasks.times.count, "task")) completed"
        }
        return text + " · \(Numbers.count(segment.activeDevelopers, "active developer"))"
    }

    private static func text(_ value: Double?, _ unit: TelemetryMetric.Unit) -> String {
        switch unit {
        case .share: Numbers.percent(value)
        case .dollars: Numbers.fixed(value, places: 4)
        case .tokens, .milliseconds: Numbers.fixed(value, places: 0)
        case .characters, .perSession: Numbers.fixed(value, places: 1)
        }
    }

    package var json: JSONValue {
        .document(
            "telemetry-metrics",
            [
                "first_day": .text(EventTime.dayText(days.lowerBound)),
                "last_day": .text(EventTime.dayText(days.upperBound)),
                "by": .optional(dimension?.rawValue),
                "quarantined": .integer(quarantined),
                "segments": .array(segments.map(Self.json)),
            ]
        )
    }

    private static func json(_ segment: MetricQuery.Segment) -> JSONValue {
        let metrics = segment.metrics.map { value -> JSONValue in
            .object([
                "id": .text(value.metric.id),
                "unit": .text(value.metric.unit.rawValue),
                "higher_is_better": .bool(value.metric.isHigherBetter),
                "value": .optional(value.value),
                "ci_low": .optional(value.interval?.low),
                "ci_high": .optional(value.interval?.high),
                "numerator": .number(value.numerator),
                "denominator": .number(value.denominator),
                "developers": .integer(value.developers),
                "design_effect": .optional(value.designEffect),
                "mean_of_developers": .optional(value.meanOfDevelopers),
                "alternatives": .object(
                    Dictionary(
                        uniqueKeysWithValues: value.alternatives.map { ($0.name, .optional($0.value)) }
                    )
                ),
            ])
        }
        let quantiles = [50, 90, 95, 99].map { percent in
            ("p\(percent)", JSONValue.optional(segment.latency.quantile(Double(percent) / 100)))
        }
        let median = segment.taskTimes.median
        return .object([
            "segment": .optional(segment.name),
            "active_developers": .integer(segment.activeDevelopers),
            "metrics": .array(metrics),
            "latency_ms": .object(Dictionary(uniqueKeysWithValues: quantiles)),
            "tasks": .object([
                "started": .integer(segment.taskTimes.times.count),
                "completed": .integer(segment.taskTimes.completed),
                "median_minutes": .optional(median?.minutes),
                "ci_low": .optional(median?.low),
                "ci_high": .optional(median?.high),
            ]),
        ])
    }
}

/// What every figure means.
package struct TelemetryDefinitionsReport: Report {
    package init() {}

    package func lines(_ style: TextStyle) -> [String] {
        TelemetryMetric.all.flatMap { metric -> [String] in
            let direction = metric.isHigherBetter ? "higher is better" : "lower is better"
            var text = "\(metric.definition) (\(metric.unit.rawValue), \(direction))"
            for other in metric.alternatives { text += "; also \(other.name)" }
            return [style.coloured(metric.title, .bold)] + style.wrapped(text)
        }
    }

    package var json: JSONValue {
        .document(
            "telemetry-definitions",
            [
                "metrics": .array(
                    TelemetryMetric.all.map { metric in
                        .object([
                            "id": .text(metric.id), "title": .text(metric.title),
                            "definition": .text(metric.definition), "unit": .text(metric.unit.rawValue),
                            "higher_is_better": .bool(metric.isHigherBetter),
                        ])
                    }
                )
            ]
        )
    }
}
