import Causal
import Statistics

extension CausalReport {
    func stressLines(_ style: TextStyle) -> [String] {
        var lines = stressSentences.flatMap { style.wrapped($0) }
        if !analysis.stress.benchmarks.isEmpty {
            lines += benchmarkTable.lines(style)
        }
        return lines
    }

    /// Everything but the table of observed columns.
    var stressSentences: [String] {
        let stress = analysis.stress
        var sentences: [String] = []
        if let omitted = stress.omitted {
            let whole = omitted.robustnessValue()
            let part = omitted.robustnessOfInterval(level: level)
            sentences.append(
                "A hidden cause that explains \(Numbers.percent(whole)) of what is left of \(question.treatment) and "
                    + "of \(question.outcome) brings the adjusted effect to zero"
                    + (part > 0
                        ? "; \(Numbers.percent(part)) lets its interval contain zero (robustness values)."
                        : "; its interval contains zero already.")
            )
        } else {
            sentences.append("No robustness value: the adjusted regression gives no number.")
        }
        if let value = stress.eValue {
            sentences.append(
                "In risk ratios with \(question.treatment) and with \(question.outcome) it must reach "
                    + "\(Numbers.fixed(value.estimate, places: 2)), and \(Numbers.fixed(value.bound, places: 2)) for "
                    + "the interval (E-value of a ratio of \(Numbers.fixed(value.ratio, places: 2))"
                    + (value.isFromDifference ? ", exp(0.91 d) of the standardised difference)." : ").")
            )
        }
        if let gamma = stress.gamma {
            sentences.append(
                "Matched pairs still show it if a hidden cause multiplies one row's odds of treatment by up to "
                    + "\(Numbers.fixed(gamma, places: 2)) (Rosenbaum's Γ; pairs taken as independent)."
            )
        } else if stress.hasPairs {
            sentences.append("Matched pairs alone do not show an effect (Rosenbaum's Γ is 1).")
        }
        return sentences
    }

    private var benchmarkTable: TextTable {
        TextTable(
            columns: [
                .init("a hidden cause as strong as", minimum: 16),
                .init("leaves \(format.unit)", .right), .init("3 × as strong", .right),
                .init("zero at", .right),
            ],
            rows: benchmarkRows
        )
    }

    /// Name, effect left, effect left by three times it, and how many times bring it to zero.
    var benchmarkRows: [[String]] {
        analysis.stress.benchmarks.map { benchmark in
            [
                printable(benchmark.strength.source), format.signed(benchmark.effectAtOnce),
                format.signed(benchmark.effectAtThrice),
                benchmark.timesToZero.map { "\(Numbers.fixed($0, places: 1)) ×" } ?? "never",
            ]
        }
    }

    // MARK: - Refutations

    var refutationTable: TextTable {
        TextTable(
            columns: [
                .init(""), .init("found", .right), .init("expected", .right), .init("verdict"),
                .init("", minimum: 12),
            ],
            rows: analysis.refutations.map(row)
        )
    }

    func row(_ refutation: Refutation) -> [String] {
        let count = refutation.found.count
        let detail =
            switch refutation.kind {
            case .placeboTreatment: "\(refutation.misses) of \(count) intervals miss zero"
            case .randomCommonCause, .subset:
                "\(Numbers.count(count, "run")), at most \(Numbers.fixed(largestMove(refutation), places: 2)) SE off"
            case .negativeControl: "\(question.negativeControl ?? "") cannot be moved"
            }
        let verdict = refutation.stands.map { $0 ? "stands" : "FAILS" } ?? "no number"
        return [
            Self.name(refutation.kind), found(refutation), expected(refutation), verdict,
            detail + (refutation.refused > 0 ? ", \(refutation.refused) gave no number" : ""),
        ]
    }

    /// An outcome of its own has a unit of its own.
    private func found(_ refutation: Refutation) -> String {
        guard refutation.kind == .negativeControl else { return format.signed(refutation.mean) }
        return EffectFormat(isShare: false, standardError: refutation.standardError).signed(refutation.mean)
    }

    private func expected(_ refutation: Refutation) -> String {
        refutation.expected == 0 ? "0" : format.signed(refutation.expected)
    }

    private func largestMove(_ refutation: Refutation) -> Double {
        let moves = refutation.found.map { abs($0 - refutation.expected) }
        return (moves.max() ?? 0) / refutation.standardError
    }

    static func name(_ kind: Refutation.Kind) -> String {
        switch kind {
        case .placeboTreatment: "placebo treatment"
        case .randomCommonCause: "random common cause"
        case .subset: "four fifths"
        case .negativeControl: "negative control"
        }
    }
}
