import HarnessCore
import Scoring
import Statistics

/// The metrics of a run, one line for all tasks and one for each part of them.
struct MetricsTable {
    private let score: RunScore
    /// The k for which at least one task has enough samples.
    private let ks: [Int]

    init(_ score: RunScore) {
        self.score = score
        ks = score.overall.passAtK.filter { $0.mean != nil }.map(\.k)
    }

    func lines(_ style: TextStyle) -> [String] {
        let hasEdit = score.overall.meanNormalisedEditDistance != nil
        var columns = [TextTable.Column("", minimum: 8), TextTable.Column("tasks", .right)]
        for k in ks {
            columns.append(TextTable.Column("pass@\(k)", .right))
            if k == ks.first { columns.append(TextTable.Column("95 % CI", .right)) }
        }
        if hasEdit { columns.append(TextTable.Column("edit", .right)) }

        var rows = [row("all", score.overall, hasEdit: hasEdit)]
        func append(_ title: String, _ groups: [(name: String, score: GroupScore)]) {
            guard !groups.isEmpty else { return }
            rows.append([title] + columns.dropFirst().map { _ in "" })
            for group in groups {
                rows.append(row("  " + printable(group.name), group.score, hasEdit: hasEdit))
            }
        }
        if score.byLanguage.count > 1 {
            append("language", score.byLanguage.map { ($0.key.rawValue, $0.score) })
        }
        append("category", score.byCategory.map { ($0.key.rawValue, $0.score) })
        append("difficulty", score.byDifficulty.map { ($0.key.rawValue, $0.score) })
        return TextTable(columns: columns, rows: rows).lines(style)
    }

    /// What a reader must know beside the numbers.
    var notes: [String] {
        var notes: [String] = []
        let methods = intervalMethods
        if !methods.isEmpty {
            notes.append("CI over tasks, not samples: " + methods.map(\.legend).joined(separator: ", ") + ".")
        }
        if score.overall.meanNormalisedEditDistance != nil {
            notes.append("edit: distance to the reference, 0 equal, 1 nothing in common.")
        }
        for estimate in score.overall.passAtK {
            // The usual k are shown as far as the samples reach; what is left out of them needs no word.
            let isUnasked = estimate.mean == nil && [1, 5, 10].contains(estimate.k)
            if let note = estimate.note, !isUnasked { notes.append("! pass@\(estimate.k) \(note)") }
        }
        if score.overall.tasksWithoutVerdict > 0 {
            let tasks = Numbers.count(score.overall.tasksWithoutVerdict, "task")
            notes.append("! \(tasks) left out: no sample of them could be judged")
        }
        return notes
    }

    private var intervalMethods: [ConfidenceInterval.Method] {
        let scores =
            [score.overall] + score.byLanguage.map(\.score) + score.byCategory.map(\.score)
            + score.byDifficulty.map(\.score)
        let used = Set(scores.compactMap { interval(of: $0)?.method })
        return ConfidenceInterval.Method.allCases.filter(used.contains)
    }

    private func interval(of score: GroupScore) -> ConfidenceInterval? {
        score.passAtK.first { $0.k == ks.first }?.mean?.interval
    }

    private func row(_ name: String, _ score: GroupScore, hasEdit: Bool) -> [String] {
        var cells = [name, Numbers.count(score.tasks)]
        for k in ks {
            cells.append(Numbers.percent(score.passAtK.first { $0.k == k }?.mean?.value))
            guard k == ks.first else { continue }
            cells.append(
                interval(of: score).map { interval in
                    let low = Numbers.fixed(interval.low * 100, places: 1)
                    let high = Numbers.fixed(interval.high * 100, places: 1)
                    return "[\(low), \(high)] \(interval.method.mark)"
                } ?? "–"
            )
        }
        if hasEdit { cells.append(Numbers.fixed(score.meanNormalisedEditDistance, places: 2)) }
        return cells
    }
}

extension ConfidenceInterval.Method {
    /// One letter beside an interval.
    fileprivate var mark: String {
        switch self {
        case .studentT: "t"
        case .wilson: "w"
        case .bcaBootstrap: "b"
        case .normal, .clopperPearson, .agrestiCoull, .jeffreys, .wilsonCorrected, .newcombe,
            .agrestiCaffo, .miettinenNurminen, .mee, .percentileBootstrap, .basicBootstrap, .alwaysValid,
            .exact, .credible:
            rawValue
        }
    }

    fileprivate var legend: String {
        switch self {
        case .studentT: "t Student"
        case .wilson: "w Wilson"
        case .bcaBootstrap: "b BCa bootstrap"
        case .normal, .clopperPearson, .agrestiCoull, .jeffreys, .wilsonCorrected, .newcombe,
            .agrestiCaffo, .miettinenNurminen, .mee, .percentileBootstrap, .basicBootstrap, .alwaysValid,
            .exact, .credible:
            rawValue
        }
    }
}
