import HarnessCore
import ResultStore
package import Scoring
package import Statistics

/// Candidates against a baseline: differences with both readings, what moved, what else differs, what to do.
package struct CompareReport: Report {
    package let base: ComparedRun
    let sections: [ComparisonSection]
    private let corrected: Int
    let options: Options

    /// What to show, and when a difference counts.
    package struct Options: Sendable {
        /// Two-sided error of the first kind.
        package var alpha = 0.05
        /// Difference that does not matter, as a share; nil calls nothing equal.
        package var margin: Double?
        package var show = Moves.all
        /// How the p of several questions were corrected; nil for not at all.
        package var adjustment: MultipleTesting? = .holm
        /// Starts the draws of the permutation test.
        package var seed: UInt64 = 1
        /// Moved tasks to name at most, in each direction.
        package var flips = 5

        package init() {}
    }

    /// Which moved tasks are named.
    package enum Moves: String, Sendable, CaseIterable {
        case regressions
        case improvements
        case all
    }

    /// Takes comparisons whose p-values were corrected together, in the order of their candidates.
    package init(
        base: ComparedRun,
        candidates: [ComparedRun],
        comparisons: [ModelComparison],
        options: Options = Options()
    ) {
        self.base = base
        self.options = options
        sections = zip(candidates, comparisons).map { candidate, comparison in
            ComparisonSection(
                base: base,
                candidate: candidate,
                comparison: comparison,
                settings: SettingsDifference(base, candidate),
                options: options
            )
        }
        corrected = comparisons.reduce(0) { $0 + $1.segments.count }
    }

    /// Whether any candidate is worse on all tasks or, after correction, on a part of them.
    package var hasRegression: Bool { sections.contains(where: \.isRegression) }

    package func lines(_ style: TextStyle) -> [String] {
        var style = style
        style.isAligned = true
        var lines: [String] = []
        for section in sections {
            lines += (lines.isEmpty ? [] : [""]) + self.lines(of: section, style)
        }
        return lines + [""] + legend.flatMap { style.wrapped($0) }
    }

    package var json: JSONValue {
        .document(
            "compare",
            [
                "base": Self.json(base), "alpha": .number(options.alpha), "margin": .optional(options.margin),
                "comparisons": .array(sections.map(\.json)),
            ]
        )
    }

    static func json(_ run: ComparedRun) -> JSONValue {
        .object([
            "model": .text(run.name), "run": .text(run.reference),
            "suite": .optional(run.stored?.record.suiteName),
            "suite_hash": .optional(run.stored?.record.suiteHash.hexadecimal),
            "tasks": .integer(run.tasks.count), "judged": .integer(run.judged),
        ])
    }

    // MARK: - Text

    private var legend: [String] {
        var legend = [
            "all: for new tasks like these (\(methods)). this suite: sampling noise alone.",
            "sees: the smallest difference it would find, pp (80 % power). open: not resolved.",
        ]
        if corrected > 0, let adjustment = options.adjustment {
            legend.append("\(adjustment.heading): p corrected for the \(corrected) parts shown.")
        }
        legend.append("Not covered: a model served differently another day, tasks of another kind.")
        return legend
    }

    /// How the intervals for new tasks were made.
    private var methods: String {
        let bases = sections.flatMap { [$0.comparison.overall].compactMap(\.self) + $0.comparison.segments }
            .compactMap { $0.newTasks?.basis }
        let used = DifferenceReading.Basis.allCases.filter(Set(bases).contains)
        return used.isEmpty ? "no interval" : used.map(\.words).joined(separator: "; ")
    }

    private func lines(of section: ComparisonSection, _ style: TextStyle) -> [String] {
        var lines = style.wrapped(printable(section.title))
        lines[0] = style.coloured(lines[0], .bold)
        lines += style.wrapped(printable(section.scope)) + style.wrapped(printable(section.settings.sentence))
        lines += section.warnings.flatMap { style.wrapped("! " + printable($0)) }
        lines += [""] + table(of: section).lines(style) + [""]
        for fact in section.facts {
            let text = style.wrapped(printable(fact.text), indent: "          ")
            lines += [TextWidth.pad(fact.name, to: 10) + text[0].dropFirst(10)] + text.dropFirst()
        }
        return lines
    }

    private func table(of section: ComparisonSection) -> TextTable {
        func heading(_ run: ComparedRun, _ other: String) -> String {
            let name = TextWidth.cut(printable(run.name), to: 6)
            return base.name == section.candidate.name ? other : name
        }
        let columns: [TextTable.Column] = [
            .init("", minimum: 10), .init(heading(base, "base"), .right),
            .init(heading(section.candidate, "cand"), .right), .init("Δ pp", .right),
            .init("95 % CI", .right),
            .init("p", .right), .init(options.adjustment?.heading ?? "adj.", .right), .init("sees", .right),
            .init("reading"),
        ]
        var rows: [[String]] = []
        if let overall = section.comparison.overall {
            let row = section.rows([overall])[0]
            rows.append(cells("all", row))
            rows.append(suiteCells(row, overall))
        }
        var dimension: SegmentDimension?
        for row in section.rows(section.comparison.segments) {
            guard let segment = row.effect.segment else { continue }
            if segment.dimension != dimension {
                dimension = segment.dimension
                rows.append([segment.dimension.rawValue] + columns.dropFirst().map { _ in "" })
            }
            rows.append(cells("  " + printable(segment.value), row))
        }
        return TextTable(columns: columns, rows: rows)
    }

    private func cells(_ name: String, _ row: EffectRow) -> [String] {
        let effect = row.effect
        return [
            name, Numbers.fixed(effect.base * 100, places: 1),
            Numbers.fixed(effect.candidate * 100, places: 1),
            EffectRow.points(effect.difference), EffectRow.interval(effect.newTasks),
            EffectRow.p(effect.newTasks?.p), EffectRow.p(effect.adjustedP), row.sees,
            effect.newTasks != nil ? row.word.short : effect.tasks == 1 ? "1 task" : "1 cluster",
        ]
    }

    private func suiteCells(_ row: EffectRow, _ effect: Effect) -> [String] {
        guard let reading = effect.thisSuite else {
            return ["  this suite", "", "", "", "", "", "", "", "1 sample"]
        }
        return [
            "  this suite", "", "", EffectRow.points(reading.difference), EffectRow.interval(reading),
            EffectRow.p(reading.p), "", "", row.word(reading).short,
        ]
    }
}

extension DifferenceReading.Basis {
    /// The method in a reader's words.
    fileprivate var words: String {
        switch self {
        case .tasks: "t over clusters of tasks"
        case .binary: "Newcombe for pairs, McNemar mid-p"
        case .samples: "t over samples"
        case .bound: "exact bound where nothing varied"
        }
    }
}

extension MultipleTesting {
    /// A column's title.
    var heading: String {
        switch self {
        case .holm: "Holm"
        case .benjaminiHochberg: "BH"
        case .bonferroni, .hochberg, .hommel, .benjaminiYekutieli, .sidak, .holmSidak: rawValue
        }
    }
}
