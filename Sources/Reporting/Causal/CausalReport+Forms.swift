import Causal
import Statistics

extension CausalReport {
    /// The report as a page for Markdown, HTML and LaTeX, the love plot drawn where the form can.
    package var document: Document {
        var parts: [Document.Part] = (scope + reading).map(Document.Part.sentence)
        parts.append(
            .table(
                Document.Table(
                    caption: "Effects in \(format.unit)",
                    columns: [
                        .text("method"), .number(format.unit),
                        .number("\(EffectFormat.percent(level)) CI"), .number("p"), .text("of"),
                        .text("errors"),
                    ],
                    rows: analysis.results.map(row)
                )
            )
        )
        parts += (overlapFacts + overlapWarnings).map(Document.Part.sentence)
        if !analysis.balance.isEmpty {
            let plot = LovePlot(analysis.balance)
            parts.append(.drawing(svg: plot.svg, text: plot.lines(TextStyle()) + [LovePlot.legend]))
            parts += ([worstBalance] + balanceWarnings).map(Document.Part.sentence)
            parts.append(.folded(title: "Balance", [.table(balanceTable)]))
        }
        parts += stressSentences.map(Document.Part.sentence)
        if !benchmarkRows.isEmpty {
            parts.append(
                .table(
                    Document.Table(
                        caption: "What is left if a cause like this was left out",
                        columns: [
                            .text("as strong as"), .number("leaves \(format.unit)"),
                            .number("3 × as strong"), .number("zero at"),
                        ],
                        rows: benchmarkRows
                    )
                )
            )
        }
        if !analysis.refutations.isEmpty {
            parts.append(
                .table(
                    Document.Table(
                        caption: "Attempts to refute it",
                        columns: [
                            .text("attempt"), .number("found"), .number("expected"), .text("verdict"),
                            .text("detail"),
                        ],
                        rows: analysis.refutations.map(row)
                    )
                )
            )
        }
        parts.append(.sentence(assumptions))
        return Document(title: title, parts: parts)
    }

    private var balanceTable: Document.Table {
        func cells(_ measures: CovariateBalance.Measures?) -> [String] {
            [
                LovePlot.number(measures?.difference), Numbers.fixed(measures?.varianceRatio, places: 2),
                Numbers.fixed(measures?.distributionGap, places: 2),
            ]
        }
        return Document.Table(
            caption: "Standardised difference, variance ratio and Kolmogorov-Smirnov distance",
            columns: [.text("covariate")]
                + ["raw", "matched", "weighted"].flatMap { group in
                    ["d", "ratio", "KS"].map { Document.Column.number("\(group) \($0)") }
                },
            rows: analysis.balance.map { [$0.name] + cells($0.raw) + cells($0.matched) + cells($0.weighted) }
        )
    }

    package var json: JSONValue {
        .document(
            "causal",
            [
                "question": question.json, "rows": .integer(analysis.study.rowCount),
                "treated": .integer(analysis.study.treatedCount),
                "clusters": .optional(analysis.study.clusterCount), "trimmed": .integer(analysis.trimmed),
                "estimand": .text(analysis.options.estimand.rawValue),
                "effects": .array(analysis.results.map(json)), "overlap": overlapJSON,
                "no_overlap": .optional(analysis.noOverlap), "balance": .array(analysis.balance.map(json)),
                "sensitivity": stressJSON, "refutations": .array(analysis.refutations.map(json)),
            ]
        )
    }

    private func json(_ result: MethodResult) -> JSONValue {
        var fields: [String: JSONValue] = [
            "method": .text(result.method.rawValue), "estimand": .optional(result.estimand?.rawValue),
            "errors": .text(result.convention), "refused": .null,
        ]
        switch result.outcome {
        case .estimate(let estimate): fields.merge(EffectFormat.json(estimate, level: level)) { $1 }
        case .refused(let reason): fields["refused"] = .text(reason)
        }
        return .object(fields)
    }

    private var overlapJSON: JSONValue {
        guard let assignment = analysis.assignment else { return .null }
        func range(_ range: ClosedRange<Double>) -> JSONValue {
            .array([.number(range.lowerBound), .number(range.upperBound)])
        }
        return .object([
            "propensity_treated": range(assignment.overlap.treated),
            "propensity_untreated": range(assignment.overlap.control),
            "auc": .number(assignment.areaUnderCurve),
            "unsupported": .integer(assignment.overlap.unsupported),
            "extreme": .integer(assignment.overlap.extreme),
            "tenths_treated": .array(assignment.overlap.treatedTenths.map(JSONValue.integer)),
            "tenths_untreated": .array(assignment.overlap.controlTenths.map(JSONValue.integer)),
            "effective_treated": .number(assignment.effectiveTreated),
            "effective_untreated": .number(assignment.effectiveControl),
            "largest_share": .number(assignment.largestShare),
            "matched_treated": .optional(assignment.matchedTreated),
            "matched_untreated": .optional(assignment.matchedControls),
        ])
    }

    private func json(_ balance: CovariateBalance) -> JSONValue {
        func measures(_ measures: CovariateBalance.Measures?) -> JSONValue {
            guard let measures else { return .null }
            return .object([
                "difference": .optional(measures.difference),
                "variance_ratio": .optional(measures.varianceRatio),
                "ks": .optional(measures.distributionGap),
            ])
        }
        return .object([
            "covariate": .text(balance.name), "raw": measures(balance.raw),
            "matched": measures(balance.matched), "weighted": measures(balance.weighted),
        ])
    }

    private var stressJSON: JSONValue {
        let stress = analysis.stress
        return .object([
            "partial_r2": .optional(stress.omitted?.partialRSquared),
            "robustness_value": .optional(stress.omitted?.robustnessValue()),
            "robustness_value_interval": .optional(stress.omitted?.robustnessOfInterval(level: level)),
            "e_value": .optional(stress.eValue?.estimate), "e_value_bound": .optional(stress.eValue?.bound),
            "risk_ratio": .optional(stress.eValue?.ratio), "gamma": .optional(stress.gamma),
            "benchmarks": .array(
                stress.benchmarks.map { benchmark in
                    .object([
                        "column": .text(benchmark.strength.source),
                        "treatment_share": .number(benchmark.strength.treatmentShare),
                        "outcome_share": .number(benchmark.strength.outcomeShare),
                        "effect_left": .optional(benchmark.effectAtOnce),
                        "effect_left_at_three": .optional(benchmark.effectAtThrice),
                        "times_to_zero": .optional(benchmark.timesToZero),
                    ])
                }
            ),
        ])
    }

    private func json(_ refutation: Refutation) -> JSONValue {
        .object([
            "kind": .text(refutation.kind.rawValue), "expected": .number(refutation.expected),
            "mean": .number(refutation.mean), "found": .array(refutation.found.map(JSONValue.number)),
            "standard_error": .number(refutation.standardError), "misses": .integer(refutation.misses),
            "refused": .integer(refutation.refused), "stands": refutation.stands.map(JSONValue.bool) ?? .null,
        ])
    }
}
