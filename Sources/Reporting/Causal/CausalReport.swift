package import Causal
import Statistics

/// One effect by every method, what the numbers lean on, and how wrong one would have to be.
package struct CausalReport: Report {
    package let analysis: CausalAnalysis
    let question: CausalQuestion
    let format: EffectFormat

    package init(_ analysis: CausalAnalysis, question: CausalQuestion) {
        self.analysis = analysis
        self.question = question
        format = EffectFormat(
            isShare: analysis.study.isBinary,
            standardError: analysis.headline?.estimate?.standardError
        )
    }

    /// The forms it can be written in.
    package static let forms: Set<OutputForm> = [.json, .markdown, .html, .latex]

    /// The report in each of its forms.
    package var forms: OutputForms {
        document.forms.merging([.json: { json.serialized + "\n" }]) { $1 }
    }

    var level: Double { analysis.options.level }

    package func lines(_ style: TextStyle) -> [String] {
        var style = style
        style.isAligned = true
        var lines = [style.coloured(title, .bold)]
        lines += scope.flatMap { style.wrapped($0) } + [""]
        lines += methodTable.lines(style) + [""]
        lines += reading.flatMap { style.wrapped($0) }
        lines += [""] + section("overlap", overlapLines(style), style)
        if !analysis.balance.isEmpty {
            lines += ["", style.coloured("balance", .bold) + "  standardised differences"]
            lines += LovePlot(analysis.balance).lines(style)
            lines += ([LovePlot.legend, worstBalance] + balanceWarnings).flatMap { style.wrapped($0) }
        }
        lines += ["", style.coloured("how wrong would one have to be for no effect", .bold)]
        lines += stressLines(style)
        if !analysis.refutations.isEmpty {
            lines += ["", style.coloured("attempts to refute it", .bold)]
            lines += refutationTable.lines(style)
        }
        return lines + [""] + style.wrapped(assumptions)
    }

    var title: String { "\(question.treatment) → \(question.outcome)" }

    var scope: [String] {
        let study = analysis.study
        var first =
            "\(Numbers.count(study.rowCount, "row")): \(Numbers.count(study.treatedCount)) treated, "
            + "\(Numbers.count(study.controlCount)) not"
        if let clusters = study.clusterCount { first += "; \(Numbers.count(clusters)) clusters" }
        if analysis.trimmed > 0 { first += "; \(Numbers.count(analysis.trimmed, "row")) trimmed" }
        if question.incompleteRows > 0 {
            first += "; \(Numbers.count(question.incompleteRows, "row")) with missing values left out"
        }
        return [first, "adjusted for \(question.adjustedFor); errors \(question.errors)"]
    }

    // MARK: - Methods

    static func name(_ method: CausalMethod) -> String {
        switch method {
        case .naive: "naive"
        case .adjusted: "adjusted"
        case .adjustedByArm: "adjusted by arm"
        case .matched: "matched"
        case .matchedAdjusted: "matched, adjusted"
        case .weighted: "weighted"
        case .overlapWeighted: "overlap weighted"
        case .weightedRegression: "doubly robust, IPWRA"
        case .doublyRobust: "doubly robust, AIPW"
        }
    }

    static func name(_ estimand: Estimand?) -> String {
        switch estimand {
        case nil: "nobody"
        case .all: "everybody"
        case .treated: "treated"
        case .overlap: "overlap"
        }
    }

    private var methodTable: TextTable {
        TextTable(
            columns: [
                .init(""), .init(format.unit, .right), .init("\(EffectFormat.percent(level)) CI", .right),
                .init("p", .right), .init("of"), .init("errors", minimum: 8),
            ],
            rows: analysis.results.map(row)
        )
    }

    func row(_ result: MethodResult) -> [String] {
        let name = Self.name(result.method)
        switch result.outcome {
        case .estimate(let estimate):
            return [
                name, format.signed(estimate.value), format.interval(estimate, level: level),
                EffectRow.p(estimate.pValue()), Self.name(result.estimand), result.convention,
            ]
        case .refused(let reason):
            return [name, "–", "–", "–", Self.name(result.estimand), printable(reason)]
        }
    }

    /// What the numbers say, and what they do not.
    var reading: [String] {
        guard let headline = analysis.headline, let estimate = headline.estimate else {
            return ["No method gives a number."]
        }
        let interval = estimate.interval(level: level)
        let size = "\(format.size(estimate.value))\(format.unit == "pp" ? " points" : "")"
        let bounds = format.interval(interval.low, interval.high)
        let (treatment, outcome) = (question.treatment, question.outcome)
        var sentences: [String] = []
        if interval.low > 0 || interval.high < 0 {
            sentences.append(
                "\(treatment) \(estimate.value > 0 ? "raises" : "lowers") \(outcome) by \(size) \(bounds), "
                    + "if what is adjusted for is all that causes both."
            )
        } else {
            sentences.append(
                "No effect of \(treatment) on \(outcome) is shown: \(format.signed(estimate.value)) \(bounds) "
                    + "contains none."
            )
        }
        if let naive = analysis.results.first(where: { $0.method == .naive })?.estimate {
            sentences.append("The naive difference is off by \(format.signed(naive.value - estimate.value)).")
        }
        if let noOverlap = analysis.noOverlap {
            sentences.append(
                "! \(printable(noOverlap)). The adjusted line extrapolates; do not decide by it."
            )
        }
        return sentences
    }

    // MARK: - Overlap

    private func section(_ title: String, _ lines: [String], _ style: TextStyle) -> [String] {
        [style.coloured(title, .bold)] + lines
    }

    private func overlapLines(_ style: TextStyle) -> [String] {
        guard let assignment = analysis.assignment else {
            return style.wrapped(printable(analysis.noOverlap ?? "no propensity"))
        }
        let overlap = assignment.overlap
        return [
            "treated    \(Self.bars(overlap.treatedTenths))  propensity from 0 to 1, in tenths",
            "untreated  \(Self.bars(overlap.controlTenths))",
        ] + (overlapFacts + overlapWarnings).flatMap { style.wrapped($0) }
    }

    var overlapFacts: [String] {
        guard let assignment = analysis.assignment else { return [] }
        let overlap = assignment.overlap
        let study = analysis.study
        var facts = [
            "propensity \(Self.range(overlap.treated)) treated, \(Self.range(overlap.control)) untreated; AUC "
                + "\(Numbers.fixed(assignment.areaUnderCurve, places: 2)); "
                + "\(Numbers.count(overlap.unsupported, "row")) outside the other arm's range, "
                + "\(Numbers.count(overlap.extreme)) below 0.1 or above 0.9",
            "effective rows under the weights: \(Numbers.count(Int(assignment.effectiveTreated.rounded()))) of "
                + "\(Numbers.count(study.treatedCount)) treated, "
                + "\(Numbers.count(Int(assignment.effectiveControl.rounded()))) of "
                + "\(Numbers.count(study.controlCount)) untreated; the heaviest row has "
                + "\(Numbers.percent(assignment.largestShare)) of its arm",
        ]
        if let treated = assignment.matchedTreated, let controls = assignment.matchedControls {
            facts.append(
                "matched: \(Numbers.count(treated)) of \(Numbers.count(study.treatedCount)) treated with "
                    + "\(Numbers.count(controls)) untreated"
                    + (treated < study.treatedCount ? "; the effect is that of those matched" : "")
            )
        }
        return facts
    }

    var overlapWarnings: [String] {
        guard let assignment = analysis.assignment else { return [] }
        var warnings: [String] = []
        if Double(assignment.overlap.extreme) > 0.1 * Double(analysis.study.rowCount) {
            warnings.append(
                "! More than a tenth of the rows have nearly nobody like them in the other arm; "
                    + "--trim 0.1 leaves them out and asks about the rest."
            )
        }
        if assignment.largestShare > 0.05 {
            warnings.append("! One row has more than 5 % of its arm's weight; the weighted lines lean on it.")
        }
        return warnings
    }

    private static func range(_ range: ClosedRange<Double>) -> String {
        "\(Numbers.fixed(range.lowerBound, places: 2))–\(Numbers.fixed(range.upperBound, places: 2))"
    }

    private static func bars(_ counts: [Int]) -> String {
        let largest = Double(counts.max() ?? 0)
        return counts.map { count in
            guard count > 0, largest > 0 else { return "·" }
            let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
            return blocks[min(7, Int(Double(count) / largest * 8))]
        }
        .joined()
    }

    var worstBalance: String {
        func worst(_ pick: (CovariateBalance) -> CovariateBalance.Measures?) -> String? {
            let all = analysis.balance.compactMap { covariate in
                pick(covariate)?.difference.map { (covariate.name, $0, pick(covariate)) }
            }
            guard let most = all.max(by: { abs($0.1) < abs($1.1) }) else { return nil }
            let ratios = all.compactMap { $0.2?.varianceRatio }
            let gaps = all.compactMap { $0.2?.distributionGap }
            return "\(LovePlot.number(most.1)) (\(printable(most.0))), variance ratios "
                + "\(Numbers.fixed(ratios.min(), places: 2)) to \(Numbers.fixed(ratios.max(), places: 2)), "
                + "KS at most \(Numbers.fixed(gaps.max(), places: 2))"
        }
        let parts = [
            worst(\.weighted).map { "weighted: at worst \($0)" },
            worst(\.matched).map { "matched: at worst \($0)" },
        ]
        .compactMap(\.self)
        return parts.isEmpty ? "nothing could be matched or weighted" : parts.joined(separator: "; ")
    }

    /// Lines of the table that a covariate still biases.
    var balanceWarnings: [String] {
        func left(
            _ name: String,
            _ remedy: String,
            _ pick: (CovariateBalance) -> CovariateBalance.Measures?
        )
            -> String?
        {
            let off = analysis.balance.filter {
                abs(pick($0)?.difference ?? 0) > CovariateBalance.threshold
            }
            guard !off.isEmpty else { return nil }
            return
                "! \(name) rows still differ in \(off.map { printable($0.name) }.joined(separator: ", ")): \(remedy)."
        }
        return [
            left("Matched", "trust the adjusted line of them, or match with a smaller --caliper", \.matched),
            left("Weighted", "the propensity misses something; prefer the doubly robust lines", \.weighted),
        ]
        .compactMap(\.self)
    }

    /// The sentence that no number replaces.
    var assumptions: String {
        "Assumes that nothing else causes both \(question.treatment) and \(question.outcome), that every kind of "
            + "row could have been in either arm, that one row's treatment moves no other row's outcome, and that "
            + "no confounder is itself moved by the treatment. Data cannot show the first and the last."
    }
}
