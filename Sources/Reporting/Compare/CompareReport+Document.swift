import Foundation
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

    /// One row for each effect of each candidate, with both readings, for spreadsheets.
    var effectTable: Document.Table {
        let columns: [Document.Column] = [
            .text("base"), .text("cand"), .text("metric"), .text("segment"), .text("value"), .number("tasks"),
            .number("clusters"), .number("base %"), .number("cand %"), .number("delta pp"),
            .number("low"), .number("high"), .number("p"), .number("p adjusted"), .number("suite low"),
            .number("suite high"), .number("suite p"), .number("sees pp"), .text("reading"),
        ]
        var rows: [[String]] = []
        for section in sections {
            let effects = [section.comparison.overall].compactMap(\.self) + section.comparison.segments
            for row in section.rows(effects) {
                rows.append(cells(of: row, base: base.name, candidate: section.candidate.name))
            }
        }
        return Document.Table(
            caption:
                "Differences in percentage points, 95 % intervals for new tasks like these and for this suite",
            columns: columns,
            rows: rows
        )
    }

    private func cells(of row: EffectRow, base: String, candidate: String) -> [String] {
        let effect = row.effect
        func points(_ share: Double?) -> String { share.map { Numbers.fixed($0 * 100, places: 2) } ?? "" }
        func bounds(_ reading: DifferenceReading?) -> [String] {
            let interval = reading?.interval(level: 0.95)
            return [points(interval?.low), points(interval?.high)]
        }
        func p(_ value: Double?) -> String { value.map { String(format: "%.3g", $0) } ?? "" }
        return [
            base, candidate, row.metric.name, effect.segment?.dimension.rawValue ?? "all",
            effect.segment?.value ?? "", "\(effect.tasks)", "\(effect.clusters)", points(effect.base),
            points(effect.candidate), points(effect.difference),
        ] + bounds(effect.newTasks) + [p(effect.newTasks?.p), p(effect.adjustedP)] + bounds(effect.thisSuite)
            + [
                p(effect.thisSuite?.p), points(effect.minimumDetectable), row.word.rawValue,
            ]
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
