package import Experiments
import Statistics

/// What an experiment says, in the order in which it must be read: assignment, metrics, guardrails, segments, decision.
package struct ExperimentReport: Report {
    let analysis: ExperimentAnalysis
    /// Where the numbers are from, for the reader.
    let source: String

    package init(_ analysis: ExperimentAnalysis, source: String) {
        self.analysis = analysis
        self.source = source
    }

    var design: ExperimentDesign { analysis.design }

    /// Several of what is randomised.
    var units: String { printable(design.unit) + "s" }

    package func lines(_ style: TextStyle) -> [String] {
        var style = style
        style.isAligned = true
        var lines = [style.coloured(title, .bold)] + style.wrapped(printable(source))
        for section in sections {
            lines += ["", style.coloured(section.title, .bold)]
            if let table = section.table { lines += table.lines(style) }
            lines += section.facts.flatMap { style.wrapped($0) }
        }
        return lines + [""] + style.wrapped(MetricEffect.insteadOfPostHocPower)
    }

    /// The page for Markdown, HTML and LaTeX.
    package var document: Document {
        var parts: [Document.Part] = [.sentence(source)]
        for section in sections {
            parts.append(.sentence(section.title))
            if let table = section.table {
                parts.append(
                    .table(
                        Document.Table(
                            caption: "",
                            columns: table.columns.map { column in
                                column.alignment == .right ? .number(column.title) : .text(column.title)
                            },
                            rows: table.rows
                        )
                    )
                )
            }
            parts += section.facts.map { .sentence($0) }
        }
        parts.append(.sentence(MetricEffect.insteadOfPostHocPower))
        return Document(title: title, parts: parts)
    }

    private var title: String {
        let decisions = analysis.recommendations.map { "\(printable($0.arm)) \($0.action.word)" }
        return "\(printable(design.name)): " + decisions.joined(separator: ", ")
    }
}

// MARK: - Sections

extension ExperimentReport {
    struct Section {
        var title: String
        var table: TextTable?
        var facts: [String]
    }

    var sections: [Section] {
        var sections = [assignment, metrics]
        if !analysis.guardrails.isEmpty { sections.append(guardrails) }
        sections += analysis.segments.map { segments($0) }
        for (index, section) in sections.enumerated() {
            sections[index].title = "\(index + 1) " + section.title
        }
        let last = sections.count + 1
        return sections
            + analysis.recommendations.map { recommendation in
                var reasons = recommendation.reasons
                if let needed = recommendation.unitsNeeded {
                    reasons.append(
                        "About \(Numbers.count(needed)) \(units) per arm show the smallest effect that matters."
                    )
                }
                return Section(
                    title:
                        "\(last) decision  \(printable(recommendation.arm)): \(recommendation.action.word)",
                    facts: reasons.map { printable($0) }
                )
            }
    }

    private var assignment: Section {
        let check = analysis.assignment
        let counts = zip(design.arms, check.units).map { "\(printable($0.name)) \(Numbers.count($1))" }
        var facts: [String] = []
        if design.isPaired {
            facts.append("\(Numbers.count(check.units.first ?? 0)) \(units), each seen in every arm.")
            if check.incomplete > 0 {
                facts.append("\(Numbers.count(check.incomplete)) seen in some arms only are set aside.")
            }
        } else {
            facts.append(
                counts.joined(separator: ", ")
                    + " \(units); p = \(Words.p(check.test.pValue)) for the shares of "
                    + "the design" + (check.isMismatch ? ": NOT AS DESIGNED." : ": as designed.")
            )
        }
        if let worst = check.worstDimension, !design.isPaired {
            facts.append(
                "Inside segments least likely: \(printable(worst.name)) \(printable(worst.label)), "
                    + "p = \(Words.p(worst.pValue)) after Bonferroni."
            )
        }
        if check.crossedOver > 0 {
            facts.append(
                "\(Numbers.count(check.crossedOver)) \(units) (\(Numbers.percent(check.crossOverShare))) were seen in "
                    + "several arms and are set aside."
            )
        }
        if let suspect = analysis.suspectedUnit {
            facts.append(
                "! \(printable(suspect.column)) looks like what was assigned: each of its \(suspect.labels) values "
                    + "stands in one arm only."
            )
        }
        return Section(title: "assignment", facts: facts)
    }

    private var metrics: Section {
        let looks = design.isMonitored ? "valid at every look" : "read once"
        return Section(
            title: "metrics, alpha \(Words.percent(design.alpha)), "
                + "\(design.correction.rawValue) over all comparisons, \(looks)",
            table: table(of: analysis.metrics),
            facts: analysis.metrics.flatMap(facts)
        )
    }

    private func table(of results: [MetricResult]) -> TextTable {
        let isOneArm = design.arms.count == 2
        let rows = results.map { result -> [String] in
            let name = [printable(result.metric.name)] + (isOneArm ? [] : [printable(result.arm)])
            guard let effect = result.effect else {
                return name + ["–", "–", "–", "–", "–", "–", "–", "no estimate"]
            }
            let scale = EffectScale(effect)
            return name + [
                scale.text(effect.controlValue), scale.text(effect.treatedValue),
                scale.signed(effect.estimate.value), scale.interval(effect.interval),
                EffectRow.p(effect.pValue), EffectRow.p(result.adjustedPValue),
                scale.text(effect.minimumDetectableEffect), effect.reading.rawValue,
            ]
        }
        return TextTable(
            columns: [.init("", minimum: 6)] + (isOneArm ? [] : [.init("arm")])
                + [
                    .init(printable(design.arms[0].name), .right),
                    .init(isOneArm ? printable(design.arms[1].name) : "treated", .right),
                    .init("effect", .right),
                    .init("\(Words.number((1 - design.alpha) * 100)) % CI", .right), .init("p", .right),
                    .init("adj.", .right), .init("sees", .right), .init("reading"),
                ],
            rows: rows
        )
    }

    /// What stands behind a row of the table.
    private func facts(of result: MetricResult) -> [String] {
        let name =
            printable(result.metric.name) + (design.arms.count == 2 ? "" : ", \(printable(result.arm))")
        guard let effect = result.effect else {
            guard case .notEstimable(let error) = result.outcome else { return [] }
            return ["\(name): no estimate: \(error)."]
        }
        var parts = [effect.test]
        if let lift = effect.relative {
            let interval = lift.interval(level: 1 - design.alpha)
            parts.append(
                "\(lift.value > 0 ? "+" : "")\(Numbers.percent(lift.value)) of the control "
                    + "[\(Numbers.percent(interval.low)), \(Numbers.percent(interval.high))]"
            )
        }
        if let size = effect.effectSize {
            parts.append("\(result.metric.kind == .proportion ? "h" : "d") = \(Words.number(size))")
        }
        parts.append(
            "chance of a gain \(Self.chance(effect.probabilityOfGain)), expected loss if shipped "
                + Words.number(effect.expectedLoss)
        )
        if let relevant = result.metric.relevantEffect {
            parts.append("matters from \(Words.number(relevant))")
        }
        if let reduction = effect.varianceReduction {
            parts.append(
                "CUPED took \(Numbers.percent(reduction)) of the variance (without it "
                    + "\(Words.signed(effect.unadjusted.value)) "
                    + "\(Words.interval(effect.unadjusted.interval(level: 1 - design.alpha))))"
            )
        }
        if let winsorized = effect.winsorized {
            parts.append(
                "\(Numbers.count(winsorized.capped, "value")) capped at \(Words.number(winsorized.cap))"
            )
        }
        var facts = ["\(name): " + parts.joined(separator: "; ") + "."]
        if let naive = effect.naivePValue, let effectOfDesign = effect.designEffect {
            facts.append(
                "\(name): design effect \(Words.number(effectOfDesign)); with rows as independent p would be "
                    + "\(Words.p(naive)), which decides nothing."
            )
        }
        return facts
    }

    /// Never certain.
    private static func chance(_ share: Double) -> String {
        share > 0.9995 ? "over 99.9 %" : share < 0.0005 ? "under 0.1 %" : Numbers.percent(share)
    }

    private var guardrails: Section {
        let rows = analysis.guardrails.map { guardrail -> [String] in
            let scale = guardrail.result.effect.map { EffectScale($0) }
            return [
                printable(guardrail.guardrail.metric.name), printable(guardrail.result.arm),
                guardrail.result.effect.flatMap { scale?.signed($0.estimate.value) } ?? "–",
                guardrail.worstCase.flatMap { scale?.text($0) } ?? "–",
                Words.number(guardrail.guardrail.margin),
                EffectRow.p(guardrail.pValue), guardrail.status.rawValue,
            ]
        }
        return Section(
            title: "guardrails, one-sided alpha \(Words.percent(design.alpha)) each",
            table: TextTable(
                columns: [
                    .init("", minimum: 6), .init("arm"), .init("effect", .right),
                    .init("loss at most", .right), .init("allowed", .right), .init("p", .right),
                    .init("status"),
                ],
                rows: rows
            ),
            facts: []
        )
    }

    private func segments(_ breakdown: SegmentBreakdown) -> Section {
        let rows = breakdown.segments.map { segment -> [String] in
            guard case .estimated(let effect) = segment.outcome else {
                return [printable(segment.label), "–", "–", "–", "–", "–", "no estimate"]
            }
            let scale = EffectScale(effect)
            return [
                printable(segment.label), scale.signed(effect.estimate.value),
                scale.interval(effect.interval),
                EffectRow.p(effect.pValue), EffectRow.p(segment.adjustedPValue),
                segment.shrunken.map { scale.signed($0) } ?? "–", effect.reading.rawValue,
            ]
        }
        var facts: [String] = []
        if let heterogeneity = breakdown.heterogeneity {
            facts.append(
                "Do they differ? Cochran's Q: p = \(Words.p(heterogeneity.test.pValue)). \"shrunken\" draws each "
                    + "towards the mean by its share of noise."
            )
        }
        if breakdown.isReversed {
            facts.append(
                "! Simpson's paradox: the whole moves one way and the segments, taken together, the other."
            )
        }
        let arm = design.arms.count == 2 ? "" : ", \(printable(breakdown.arm))"
        return Section(
            title: "\(printable(breakdown.metric.name)) by \(printable(breakdown.dimension))\(arm)",
            table: TextTable(
                columns: [
                    .init("", minimum: 6), .init("effect", .right),
                    .init("\(Words.number((1 - design.alpha) * 100)) % CI", .right), .init("p", .right),
                    .init("adj.", .right), .init("shrunken", .right), .init("reading"),
                ],
                rows: rows
            ),
            facts: facts
        )
    }
}

extension ExperimentReport {
    /// What to do, arm by arm.
    package var actions: [Recommendation.Action] { analysis.recommendations.map(\.action) }
}
