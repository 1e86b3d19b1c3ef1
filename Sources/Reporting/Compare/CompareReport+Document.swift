import HarnessCore
import Scoring

extension CompareReport {
    /// The comparison as a page for Markdown, HTML, LaTeX and CSV.
    package var document: Document {
        let names = sections.map { "\($0.candidate.name) \($0.candidate.reference)" }
        return Document(
            title: "\(base.name) \(base.reference) against " + names.joined(separator: ", "),
            parts: sections.flatMap(parts)
        )
    }

    private func parts(of section: ComparisonSection) -> [Document.Part] {
        var parts: [Document.Part] = [.sentence(section.title), .sentence(section.scope)]
        parts.append(.sentence(section.settings.sentence))
        parts += section.warnings.map { .sentence("! " + $0) }
        parts.append(.table(table(of: section)))
        parts += section.facts.map { .sentence("\($0.name): \($0.text)") }
        let flips = section.comparison.flips
        if !flips.isEmpty {
            parts.append(.folded(title: "Tasks that moved", [.table(Self.table(of: flips))]))
        }
        return parts
    }

    /// One row for each effect of a candidate, as narrow as a page.
    private func table(of section: ComparisonSection) -> Document.Table {
        let effects = [section.comparison.overall].compactMap(\.self) + section.comparison.segments
        let rows = section.rows(effects).map { row in
            let effect = row.effect
            return [
                effect.segment.map { "\($0.dimension.rawValue) \($0.value)" } ?? "all", "\(effect.tasks)",
                Numbers.fixed(effect.base * 100, places: 1),
                Numbers.fixed(effect.candidate * 100, places: 1), EffectRow.points(effect.difference),
                EffectRow.interval(effect.newTasks), EffectRow.p(effect.newTasks?.p),
                EffectRow.p(effect.adjustedP), EffectRow.interval(effect.thisSuite), row.sees, row.word.short,
            ]
        }
        return Document.Table(
            caption: "\(section.comparison.metric.name) in percent, differences in percentage points. "
                + "95 % CI for new tasks like these (t over clusters of tasks) and for this suite (sampling noise)",
            columns: [
                .text("tasks of"), .number("n"), .number(base.name), .number(section.candidate.name),
                .number("Δ pp"), .number("95 % CI"), .number("p"),
                .number(options.adjustment?.heading ?? "adj."), .number("this suite"),
                .number("sees"), .text("reading"),
            ],
            rows: rows
        )
    }

    /// One record for each effect of each candidate, with both readings; rates and differences are shares of 1.
    var effectRecords: Records {
        var rows: [[JSONValue]] = []
        for section in sections {
            let effects = [section.comparison.overall].compactMap(\.self) + section.comparison.segments
            for row in section.rows(effects) {
                rows.append(values(of: row, candidate: section.candidate))
            }
        }
        return Records(
            columns: [
                "base", "base_run", "cand", "cand_run", "metric", "segment", "segment_value", "tasks",
                "clusters",
                "base_value", "cand_value", "delta", "ci_low", "ci_high", "p", "p_adjusted", "adjust",
                "suite_ci_low", "suite_ci_high", "suite_p", "mde", "reading",
            ],
            rows: rows
        )
    }

    private func values(of row: EffectRow, candidate: ComparedRun) -> [JSONValue] {
        let effect = row.effect
        func bounds(_ reading: DifferenceReading?) -> [JSONValue] {
            let interval = reading?.interval(level: 0.95)
            return [.optional(interval?.low), .optional(interval?.high), .optional(reading?.p)]
        }
        let identity: [JSONValue] = [
            .text(base.name), .text(base.reference), .text(candidate.name), .text(candidate.reference),
            .text(row.metric.name), .text(effect.segment?.dimension.rawValue ?? "all"),
            .optional(effect.segment?.value),
        ]
        let size: [JSONValue] = [
            .integer(effect.tasks), .integer(effect.clusters), .number(effect.base),
            .number(effect.candidate),
            .number(effect.difference),
        ]
        let correction: [JSONValue] = [
            .optional(effect.adjustedP), .optional(effect.adjustedP == nil ? nil : row.adjustment),
        ]
        return identity + size + bounds(effect.newTasks) + correction + bounds(effect.thisSuite)
            + [.optional(effect.minimumDetectable), .text(row.word.rawValue)]
    }

    private static func table(of flips: [ModelComparison.Flip]) -> Document.Table {
        Document.Table(
            caption: "Largest losses first",
            columns: [.text("task"), .text("language"), .number("base"), .number("cand")],
            rows: flips.prefix(200).map { flip in
                [
                    flip.pair.key.taskID, flip.pair.key.language.rawValue,
                    "\(flip.pair.base.passed) of \(flip.pair.base.judged)",
                    "\(flip.pair.candidate.passed) of \(flip.pair.candidate.judged)",
                ]
            }
        )
    }
}
