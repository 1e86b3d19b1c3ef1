import HarnessCore
import Scoring

extension CompareReport {
    /// The comparison as a page for Markdown, HTML, LaTeX and CSV.
    package var document: Document {
        let names = sections.map { "\($0.candidate.name) \($0.candidate.reference)" }
        return Document(
            title: "\(base.name) \(base.reference) against " + names.joined(separator: ", "),
            parts: [.table(effectTable)] + sections.flatMap(parts)
        )
    }

    private func parts(of section: ComparisonSection) -> [Document.Part] {
        var parts: [Document.Part] = [.sentence(section.title), .sentence(section.scope)]
        parts.append(.sentence(section.settings.sentence))
        parts += section.warnings.map { .sentence("! " + $0) }
        parts += section.facts.map { .sentence("\($0.name): \($0.text)") }
        let flips = section.comparison.flips
        if !flips.isEmpty {
            parts.append(.folded(title: "Tasks that moved", [.table(Self.table(of: flips))]))
        }
        return parts
    }

    /// One row for each effect of each candidate, with both readings.
    private var effectTable: Document.Table {
        let columns: [Document.Column] = [
            .text("base"), .text("cand"), .text("metric"), .text("segment"), .text("value"), .number("tasks"),
            .number("clusters"), .number("base %"), .number("cand %"), .number("delta pp"),
            .number("low"), .number("high"), .number("p"), .number("p Holm"), .number("suite low"),
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
        func points(_ share: Double?) -> String { Numbers.fixed(share.map { $0 * 100 }, places: 2) }
        func bounds(_ reading: DifferenceReading?) -> [String] {
            let interval = reading?.interval(level: 0.95)
            return [points(interval?.low), points(interval?.high)]
        }
        func p(_ value: Double?) -> String { Numbers.fixed(value, places: 4) }
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
