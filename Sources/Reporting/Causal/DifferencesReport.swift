package import Causal
package import Statistics

/// Differences in differences of a panel: fixed effects, cohorts, and what happened before treatment.
package struct DifferencesReport: Report {
    private let analysis: DifferencesAnalysis
    private let question: CausalQuestion
    private let level: Double
    private let format: EffectFormat
    /// The names of the periods, in order.
    private let periods: [String]

    package init(_ analysis: DifferencesAnalysis, question: CausalQuestion, periods: [String], level: Double)
    {
        self.analysis = analysis
        self.question = question
        self.periods = periods.map(printable)
        self.level = level
        let outcomes = analysis.panel.outcomes
        format = EffectFormat(
            isShare: outcomes.allSatisfy { $0 == 0 || $0 == 1 },
            standardError: analysis.headline.standardError
        )
    }

    private var staggered: StaggeredAdoption? { try? analysis.staggered.get() }

    private var convention: String {
        switch analysis.convention {
        case .nested: "CR1 (nested)"
        case .dummies: "CR1 (dummies)"
        case .absorbed: "CR0 · N/(N−K)"
        case .none: "CR0"
        }
    }

    package func lines(_ style: TextStyle) -> [String] {
        var style = style
        style.isAligned = true
        var lines = [style.coloured("\(question.treatment) → \(question.outcome)", .bold)]
        lines += scope.flatMap { style.wrapped($0) } + [""]
        let table = TextTable(
            columns: [
                .init(""), .init(format.unit, .right), .init("\(EffectFormat.percent(level)) CI", .right),
                .init("p", .right), .init("errors", minimum: 8),
            ],
            rows: [row("two-way fixed effects", analysis.fixedEffects, convention)]
                + (staggered.map { [row("cohorts, \($0.comparison.rawValue)", $0.overall, "influence")] }
                    ?? [])
        )
        lines += table.lines(style) + [""]
        lines += notes.flatMap { style.wrapped($0) }
        if let study = analysis.eventStudy {
            lines += ["", style.coloured("by periods since treatment began", .bold)]
            lines += eventTable(study).lines(style)
            lines += style.wrapped(preTrend(study))
        }
        return lines + [""] + style.wrapped(assumptions)
    }

    private func row(_ name: String, _ estimate: Estimate, _ errors: String) -> [String] {
        [
            name, format.signed(estimate.value), format.interval(estimate, level: level),
            EffectRow.p(estimate.pValue()), errors,
        ]
    }

    private var scope: [String] {
        let panel = analysis.panel
        let never = panel.adoptions.count { $0 == nil }
        let starts = Set(panel.adoptions.compactMap(\.self)).sorted().map { start in
            "\(panel.adoptions.count { $0 == start }) from \(periods[start])"
        }
        var first =
            "\(Numbers.count(panel.outcomes.count, "row")): \(Numbers.count(panel.unitCount, "unit")) over "
            + "\(Numbers.count(panel.periodCount, "period")); treated "
            + (starts + ["\(never) never"]).joined(separator: ", ")
        if question.incompleteRows > 0 {
            first += "; \(Numbers.count(question.incompleteRows, "row")) with missing values left out"
        }
        return [first, "errors clustered by \(question.cluster ?? "unit")"]
    }

    private var notes: [String] {
        var notes: [String] = []
        switch analysis.staggered {
        case .success(let staggered):
            let interval = staggered.overall.interval(level: level)
            let gap = analysis.fixedEffects.value - staggered.overall.value
            if analysis.panel.isStaggered,
                analysis.fixedEffects.value < interval.low
                    || analysis.fixedEffects.value > interval.high
            {
                notes.append(
                    "! The regression differs by \(format.signed(gap)): it compares with units already treated, whose "
                        + "effect moves on. Read the cohorts."
                )
            }
            let left = [
                (staggered.incomplete, "with a missing period"),
                (staggered.alwaysTreated, "treated from the first period on"),
            ]
            .filter { $0.0 > 0 }.map { "\(Numbers.count($0.0, "unit")) \($0.1)" }
            if !left.isEmpty { notes.append("cohorts leave out " + left.joined(separator: ", ")) }
            if staggered.singletons > 0 {
                notes.append("cohorts leave out \(Numbers.count(staggered.singletons, "cohort")) of one unit")
            }
        case .failure(let error): notes.append("! No cohorts: \(printable("\(error)")).")
        }
        return notes
    }

    private func eventTable(_ study: EventStudy) -> TextTable {
        TextTable(
            columns: [
                .init("since", .right), .init(format.unit, .right),
                .init("\(EffectFormat.percent(level)) CI", .right), .init("p", .right),
            ],
            rows: study.points.map { point in
                [
                    point.period < 0 ? "−\(-point.period)" : "+\(point.period)",
                    format.signed(point.estimate.value), format.interval(point.estimate, level: level),
                    EffectRow.p(point.estimate.pValue()),
                ]
            }
        )
    }

    private func preTrend(_ study: EventStudy) -> String {
        guard let test = study.preTrend else {
            return "Too few periods before treatment to ask whether the groups moved alike."
        }
        return "before treatment, relative to the last period: F(\(Int(test.numeratorDegrees)), "
            + "\(Int(test.denominatorDegrees))) = \(Numbers.fixed(test.statistic, places: 2)), p "
            + "\(EffectRow.p(test.pValue)); "
            + (test.pValue < 0.05
                ? "! the groups did not move alike before." : "no sign that the groups moved apart before.")
    }

    private var assumptions: String {
        "Assumes that without the treatment all groups would have moved alike (parallel trends), and that nobody "
            + "reacted before it began."
    }

    package var json: JSONValue {
        let staggered = staggered
        return .document(
            "causal-did",
            [
                "question": question.json, "rows": .integer(analysis.panel.outcomes.count),
                "units": .integer(analysis.panel.unitCount), "periods": .array(periods.map(JSONValue.text)),
                "fixed_effects": .object(
                    EffectFormat.json(analysis.fixedEffects, level: level).merging([
                        "convention": .text(analysis.convention.rawValue)
                    ]) { $1 }
                ),
                "cohorts": staggered.map { staggered in
                    .object([
                        "comparison": .text(staggered.comparison.rawValue),
                        "overall": .object(EffectFormat.json(staggered.overall, level: level)),
                        "incomplete_units": .integer(staggered.incomplete),
                        "always_treated": .integer(staggered.alwaysTreated),
                        "single_unit_cohorts": .integer(staggered.singletons),
                        "cells": .array(
                            staggered.cells.map { cell in
                                .object(
                                    EffectFormat.json(cell.estimate, level: level).merging([
                                        "cohort": .text(periods[cell.cohort]),
                                        "period": .text(periods[cell.period]),
                                    ]) { $1 }
                                )
                            }
                        ),
                    ])
                } ?? .null,
                "event_study": .array(
                    (analysis.eventStudy?.points ?? []).map { point in
                        .object(
                            EffectFormat.json(point.estimate, level: level).merging([
                                "since": .integer(point.period)
                            ]) { $1 }
                        )
                    }
                ),
                "pre_trend": analysis.eventStudy?.preTrend.map { EffectFormat.json($0) } ?? .null,
            ]
        )
    }
}

/// Two groups, before and after.
package struct TwoByTwoReport: Report {
    private let comparison: TwoByTwo
    private let estimate: Estimate
    private let question: CausalQuestion
    private let convention: String
    private let level: Double
    private let format: EffectFormat

    /// `convention` is what the errors are called; the question's treatment is the group after the change.
    package init(
        _ comparison: TwoByTwo,
        estimate: Estimate,
        question: CausalQuestion,
        convention: String,
        isShare: Bool,
        level: Double
    ) {
        self.comparison = comparison
        self.estimate = estimate
        self.question = question
        self.convention = convention
        self.level = level
        format = EffectFormat(isShare: isShare, standardError: estimate.standardError)
    }

    package func lines(_ style: TextStyle) -> [String] {
        var style = style
        style.isAligned = true
        let (means, counts) = (comparison.means, comparison.counts)
        func row(_ name: String, _ first: Int) -> [String] {
            [
                name, format.signed(means[first]), format.signed(means[first + 1]),
                format.signed(means[first + 1] - means[first]), Numbers.count(counts[first]),
                Numbers.count(counts[first + 1]),
            ]
        }
        let table = TextTable(
            columns: [
                .init("mean \(format.unit)", minimum: 10), .init("before", .right), .init("after", .right),
                .init("change", .right), .init("rows before", .right), .init("after", .right),
            ],
            rows: [row("the group", 2), row("the others", 0)]
        )
        var lines = [style.coloured("\(question.treatment) → \(question.outcome)", .bold)]
        lines += style.wrapped("adjusted for \(question.adjustedFor); errors \(question.errors)") + [""]
        lines += table.lines(style) + [""]
        lines += style.wrapped(
            "difference in differences \(format.signed(estimate.value)) \(format.interval(estimate, level: level)), "
                + "p \(EffectRow.p(estimate.pValue())), errors \(convention)"
        )
        return lines + [""]
            + style.wrapped(
                "Assumes that without the treatment both groups would have changed alike. One period before cannot "
                    + "show it: --unit and --time with more periods can."
            )
    }

    package var json: JSONValue {
        .document(
            "causal-did",
            [
                "question": question.json,
                "effect": .object(EffectFormat.json(estimate, level: level)), "errors": .text(convention),
                "means": .object([
                    "others_before": .number(comparison.means[0]),
                    "others_after": .number(comparison.means[1]),
                    "group_before": .number(comparison.means[2]), "group_after": .number(comparison.means[3]),
                ]),
                "counts": .array(comparison.counts.map(JSONValue.integer)),
            ]
        )
    }
}
