package import HarnessCore

/// The result of a run: what was asked, how much of it was scored, the metrics and the failures.
package struct RunSummary: Report, Hashable {
    package var run: RunDescription
    package var counts: SampleCounts
    package var all: RunMetrics
    /// In the order in which they are printed.
    package var segments: [RunSegment]
    /// How the intervals were made: `t over tasks`.
    package var intervalMethod: String
    package var tally: TaskTally
    package var failures: [FailureMode: Int]
    /// Samples whose test ran in the candidate's own process.
    package var sharedTrust: Int

    package init(
        run: RunDescription,
        counts: SampleCounts,
        all: RunMetrics,
        segments: [RunSegment],
        intervalMethod: String,
        tally: TaskTally,
        failures: [FailureMode: Int],
        sharedTrust: Int = 0
    ) {
        self.run = run
        self.counts = counts
        self.all = all
        self.segments = segments
        self.intervalMethod = intervalMethod
        self.tally = tally
        self.failures = failures
        self.sharedTrust = sharedTrust
    }

    package func lines(_ style: TextStyle) -> [String] {
        // A summary is read by people even from a file, so it stays aligned there.
        var style = style
        style.isAligned = true
        var lines = head(style)
        if counts.scored > 0 {
            lines.append("")
            lines += metricsTable(style)
            lines += style.wrapped(tallyLine)
            lines += style.wrapped(qualityLine)
        }
        let breakdown = FailureBreakdown(failures: failures, samples: counts.scored)
        if counts.failed > 0 { lines += [""] + breakdown.lines(style) }
        if let timesLine { lines += ["", timesLine] }
        return lines
    }

    package var json: JSONValue {
        var fields: [String: JSONValue] = run.json
        fields["counts"] = counts.json
        fields["metrics"] = .array(
            [JSONValue.object(all.json.merging(["segment": .object([:])]) { own, _ in own })]
                + segments.map { segment in
                    let key: [String: JSONValue] = [
                        "segment": .object([segment.dimension.rawValue: .text(segment.name)])
                    ]
                    return .object(segment.metrics.json.merging(key) { own, _ in own })
                }
        )
        fields["interval_method"] = .text(intervalMethod)
        fields["tasks"] = .object([
            "always": .integer(tally.always), "sometimes": .integer(tally.sometimes),
            "never": .integer(tally.never),
        ])
        fields["failures"] = FailureBreakdown(failures: failures, samples: counts.scored).json
        fields["shared_trust"] = .integer(sharedTrust)
        return .document("run", fields)
    }

    // MARK: - Head

    private func head(_ style: TextStyle) -> [String] {
        let version = run.modelVersion.map { " \(printable($0))" } ?? ""
        let title = "\(printable(run.model))\(version) on \(printable(run.suite))"
        var lines = [style.coloured(title, .bold) + "   \(completeness)   \(run.id)"]
        let level = run.isolation.map { "isolation \($0.rawValue)" }
        let facts =
            [level] + run.toolchains.map { printable($0) } + [
                run.isWarm ? nil : "cold starts", "seed \(run.seed)",
            ]
        lines += style.wrapped(facts.compactMap(\.self).joined(separator: " · "))
        if run.isPartial {
            lines += style.wrapped("! partial: the selection leaves out tasks of the suite")
        }
        if sharedTrust > 0 {
            lines += style.wrapped(
                "! \(Numbers.count(sharedTrust, "sample")) ran in one process with the test (trust: shared)"
            )
        }
        return lines
    }

    private var completeness: String {
        let scored = "\(Numbers.count(counts.scored)) of \(Numbers.count(counts.planned)) scored"
        var text = "\(run.status.rawValue): \(scored)"
        text += ", \(Numbers.count(counts.infrastructure, "infra error"))"
        if counts.missing > 0 { text += ", \(Numbers.count(counts.missing)) missing" }
        return text
    }

    /// All times of a run, on one line that two equal runs do not share.
    private var timesLine: String? {
        guard let finished = run.finished else { return nil }
        return "time \(Numbers.duration(seconds: max(0, finished - run.created)))"
    }

    // MARK: - Metrics

    private func metricsTable(_ style: TextStyle) -> [String] {
        let ks = all.passAtK.keys.sorted()
        var columns = [TextTable.Column("", isFlexible: true), TextTable.Column("tasks", .right)]
        for k in ks {
            columns.append(TextTable.Column("pass@\(k)", .right))
            if k == ks.first { columns.append(TextTable.Column("95 % CI", .right)) }
        }
        if all.normalizedEditDistance != nil { columns.append(TextTable.Column("edit", .right)) }
        var rows = [row("all", all, ks: ks)]
        var lastDimension: RunSegment.Dimension?
        for segment in segments {
            if segment.dimension != lastDimension {
                rows.append([segment.dimension.rawValue] + columns.dropFirst().map { _ in "" })
                lastDimension = segment.dimension
            }
            rows.append(row("  " + printable(segment.name), segment.metrics, ks: ks))
        }
        return TextTable(columns: columns, rows: rows).lines(style)
    }

    private func row(_ name: String, _ metrics: RunMetrics, ks: [Int]) -> [String] {
        var cells = [name, Numbers.count(metrics.tasks)]
        for k in ks {
            let measured = metrics.passAtK[k]
            cells.append(Numbers.percent(measured?.value))
            guard k == ks.first else { continue }
            cells.append(
                measured?.interval.map { interval in
                    let low = Numbers.fixed(interval.lowerBound * 100, places: 1)
                    let high = Numbers.fixed(interval.upperBound * 100, places: 1)
                    return "[\(low), \(high)]"
                } ?? "–"
            )
        }
        if all.normalizedEditDistance != nil {
            cells.append(Numbers.fixed(metrics.normalizedEditDistance, places: 2))
        }
        return cells
    }

    private var tallyLine: String {
        "\(Numbers.count(tally.always, "task")) always pass, \(Numbers.count(tally.never)) never, "
            + "\(Numbers.count(tally.sometimes)) sometimes. CI: \(intervalMethod)."
    }

    private var qualityLine: String {
        var parts: [String] = []
        for (k, measured) in all.passHatK.sorted(by: { $0.key < $1.key }) where k > 1 {
            parts.append("pass^\(k) \(Numbers.percent(measured.value))")
        }
        if let casesPassed = all.casesPassed { parts.append("cases passed \(Numbers.percent(casesPassed))") }
        if let distance = all.editDistance {
            parts.append("edit distance \(Numbers.fixed(distance, places: 1))")
        }
        if let complexity = all.cyclomaticComplexity {
            parts.append("complexity \(Numbers.fixed(complexity, places: 1))")
        }
        if let nesting = all.nestingDepth { parts.append("nesting \(Numbers.fixed(nesting, places: 1))") }
        return parts.joined(separator: " · ")
    }
}

extension RunDescription {
    var json: [String: JSONValue] {
        [
            "id": .text(id), "status": .text(status.rawValue), "partial": .bool(isPartial),
            "model": .object(["name": .text(model), "version": .optional(modelVersion)]),
            "suite": .object([
                "name": .text(suite), "hash": .text(suiteHash),
                "languages": .array(languages.map(JSONValue.text)),
            ]),
            "sandbox": .object([
                "isolation": .optional(isolation?.rawValue), "warm": .bool(isWarm),
                "toolchains": .array(toolchains.map(JSONValue.text)),
                "limits": .object([
                    "cpu_seconds": .number(Double(limits.cpuMilliseconds) / 1_000),
                    "wall_seconds": .number(Double(limits.wallMilliseconds) / 1_000),
                    "memory_mb": .integer(limits.memoryBytes >> 20),
                ]),
            ]),
            "seed": .text(String(seed)), "tool": .object(["version": .text(toolVersion)]),
            "created": .number(created), "finished": .optional(finished),
        ]
    }
}
