package import Causal
import Statistics

/// An effect through instruments, with what tells whether to believe them.
package struct InstrumentReport: Report {
    private let analysis: InstrumentAnalysis
    private let question: CausalQuestion
    private let instruments: [String]
    private let level: Double
    private let format: EffectFormat

    package init(
        _ analysis: InstrumentAnalysis,
        question: CausalQuestion,
        instruments: [String],
        isShare: Bool,
        level: Double
    ) {
        self.analysis = analysis
        self.question = question
        self.instruments = instruments.map(printable)
        self.level = level
        format = EffectFormat(isShare: isShare, standardError: analysis.twoStage.standardError)
    }

    private var rows: [(name: String, key: String, estimate: Estimate, errors: String)] {
        [
            ("ordinary regression", "ols", analysis.ordinary, analysis.convention),
            ("two-stage least squares", "2sls", analysis.twoStage, analysis.convention),
        ]
            + (analysis.limitedInformation.map { [("limited information", "liml", $0, "classical")] } ?? [])
    }

    package func lines(_ style: TextStyle) -> [String] {
        var style = style
        style.isAligned = true
        let title =
            "\(question.treatment) → \(question.outcome), through \(instruments.joined(separator: ", "))"
        var scope = Numbers.count(analysis.rows, "row")
        if let clusters = analysis.clusters { scope += ", \(Numbers.count(clusters)) clusters" }
        if question.incompleteRows > 0 {
            scope += "; \(Numbers.count(question.incompleteRows, "row")) with missing values left out"
        }
        var lines = style.wrapped(title).map { style.coloured($0, .bold) }
        lines += style.wrapped(scope)
        lines += style.wrapped("adjusted for \(question.adjustedFor); errors \(question.errors)") + [""]
        let table = TextTable(
            columns: [
                .init(""), .init(format.unit, .right), .init("\(EffectFormat.percent(level)) CI", .right),
                .init("p", .right), .init("errors"),
            ],
            rows: rows.map { row in
                [
                    row.name, format.signed(row.estimate.value), format.interval(row.estimate, level: level),
                    EffectRow.p(row.estimate.pValue()), row.errors,
                ]
            } + [["Anderson and Rubin's set", "", set, "", analysis.convention]]
        )
        lines += table.lines(style) + [""]
        lines += checks.flatMap { style.wrapped($0) }
        return lines + [""] + style.wrapped(assumptions)
    }

    /// The set in words: an interval, rays, everything or nothing.
    private var set: String {
        let ranges = analysis.andersonRubin.ranges
        if ranges.isEmpty { return "empty" }
        if ranges == [-Double.infinity ... .infinity] { return "every effect" }
        return ranges.map { format.interval($0.lowerBound, $0.upperBound) }.joined(separator: " and ")
    }

    private static func text(_ test: AnalysisOfVariance.FTest) -> String {
        "F(\(Int(test.numeratorDegrees)), \(Int(test.denominatorDegrees))) = "
            + "\(Numbers.fixed(test.statistic, places: 1)), p \(EffectRow.p(test.pValue))"
    }

    private var checks: [String] {
        let robust = analysis.robustFirstStage
        var checks = [
            "first stage: \(Self.text(analysis.firstStage)); with \(analysis.convention) \(Self.text(robust))"
        ]
        if robust.statistic < (robust.numeratorDegrees == 1 ? 23 : 10) || analysis.firstStage.statistic < 10 {
            checks.append(
                "! The instruments are weak: two-stage intervals are too short; read Anderson and Rubin's set."
            )
        }
        if analysis.andersonRubin.ranges.isEmpty {
            checks.append(
                "! No effect agrees with all instruments: one of them touches the outcome by itself."
            )
        }
        checks.append(
            "Wu-Hausman (is the ordinary regression wrong?): \(Self.text(analysis.endogeneity))"
        )
        if let test = analysis.overidentification {
            checks.append(
                "Sargan (do the instruments agree?): χ²(\(Int(test.degreesOfFreedom ?? 0))) = "
                    + "\(Numbers.fixed(test.statistic, places: 2)), p \(EffectRow.p(test.pValue)); classical errors"
            )
        } else {
            checks.append("Sargan: one instrument, nothing to compare it with.")
        }
        return checks
    }

    private var assumptions: String {
        "Assumes that the instruments move \(question.outcome) through \(question.treatment) only, share no cause "
            + "with it, and push everybody the same way. The effect is that of those whom they move."
    }

    package var json: JSONValue {
        .document(
            "causal-iv",
            [
                "question": question.json, "instruments": .array(instruments.map(JSONValue.text)),
                "rows": .integer(analysis.rows), "clusters": .optional(analysis.clusters),
                "effects": .array(
                    rows.map { row in
                        .object(
                            EffectFormat.json(row.estimate, level: level).merging([
                                "method": .text(row.key), "errors": .text(row.errors),
                            ]) { $1 }
                        )
                    }
                ),
                "anderson_rubin": .array(
                    analysis.andersonRubin.ranges.map { range in
                        // An infinite bound is null.
                        .array([.number(range.lowerBound), .number(range.upperBound)])
                    }
                ),
                "first_stage": EffectFormat.json(analysis.firstStage),
                "first_stage_robust": EffectFormat.json(analysis.robustFirstStage),
                "wu_hausman": EffectFormat.json(analysis.endogeneity),
                "sargan": analysis.overidentification.map { test in
                    .object(["chi2": .number(test.statistic), "p": .number(test.pValue)])
                } ?? .null,
            ]
        )
    }
}
