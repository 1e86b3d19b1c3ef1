import Experiments
import Statistics

extension ExperimentReport {
    /// The forms an analysis comes in.
    package static let forms: Set<OutputForm> = [.json, .jsonl, .markdown, .html, .latex, .csv]

    /// The analysis in each of its forms.
    package var forms: OutputForms {
        document.forms.merging([
            .json: { json.serialized + "\n" }, .csv: { records.csv }, .jsonl: { records.jsonl },
        ]) { $1 }
    }

    package var json: JSONValue {
        .document(
            "experiment",
            [
                "name": .text(design.name), "source": .text(source), "unit": .text(design.unit),
                "arms": .array(design.arms.map { .text($0.name) }), "alpha": .number(design.alpha),
                "power": .number(design.power), "correction": .text(design.correction.rawValue),
                "horizon": .optional(design.horizon), "monitored": .bool(design.isMonitored),
                "paired": .bool(design.isPaired), "assignment": assignment,
                "suspected_unit": suspectedUnit, "metrics": .array(analysis.metrics.map { json($0) }),
                "guardrails": .array(
                    analysis.guardrails.map { guardrail in
                        .object([
                            "result": json(guardrail.result), "margin": .number(guardrail.guardrail.margin),
                            "status": .text(guardrail.status.rawValue), "p": .optional(guardrail.pValue),
                            "loss_at_most": .optional(guardrail.worstCase),
                        ])
                    }
                ),
                "segments": .array(analysis.segments.map { json($0) }),
                "decisions": .array(
                    analysis.recommendations.map { recommendation in
                        .object([
                            "arm": .text(recommendation.arm), "action": .text(recommendation.action.rawValue),
                            "reasons": .array(recommendation.reasons.map { .text($0) }),
                            "units_needed": .optional(recommendation.unitsNeeded),
                        ])
                    }
                ),
                "post_hoc_power": .object([
                    "value": .null, "why": .text(MetricEffect.insteadOfPostHocPower),
                ]),
            ]
        )
    }

    private var assignment: JSONValue {
        let check = analysis.assignment
        return .object([
            "units": .array(check.units.map { .integer($0) }), "p": .number(check.test.pValue),
            "mismatch": .bool(check.isMismatch), "crossed_over": .integer(check.crossedOver),
            "incomplete": .integer(check.incomplete),
            "worst_segment": check.worstDimension.map { worst in
                .object([
                    "dimension": .text(worst.name), "label": .text(worst.label),
                    "p_adjusted": .number(worst.pValue),
                ])
            } ?? .null,
        ])
    }

    private var suspectedUnit: JSONValue {
        analysis.suspectedUnit.map { suspect in
            .object([
                "column": .text(suspect.column), "labels": .integer(suspect.labels),
                "metric": .text(suspect.metric), "design_effect": .number(suspect.designEffect),
                "p": .number(suspect.pValue), "p_by_column": .number(suspect.groupedPValue),
            ])
        } ?? .null
    }

    private func json(_ result: MetricResult) -> JSONValue {
        var fields: [String: JSONValue] = [
            "metric": .text(result.metric.name), "arm": .text(result.arm),
            "direction": .text(result.metric.direction.rawValue),
            "relevant_effect": .optional(result.metric.relevantEffect),
            "p_adjusted": .optional(result.adjustedPValue),
        ]
        fields.merge(json(result.outcome)) { own, _ in own }
        return .object(fields)
    }

    private func json(_ outcome: MetricResult.Outcome) -> [String: JSONValue] {
        switch outcome {
        case .notEstimable(let error): ["reading": .text("no-estimate"), "why": .text("\(error)")]
        case .estimated(let effect):
            [
                "control": .number(effect.controlValue), "treated": .number(effect.treatedValue),
                "units": .object([
                    "control": .integer(effect.controlUnits), "treated": .integer(effect.treatedUnits),
                ]),
                "effect": .number(effect.estimate.value), "se": .number(effect.estimate.standardError),
                "df": .number(effect.estimate.degreesOfFreedom), "test": .text(effect.test),
                "p": .number(effect.pValue), "ci": Self.json(effect.interval),
                "lift": .optional(effect.relative?.value), "effect_size": .optional(effect.effectSize),
                "without_covariate": .number(effect.unadjusted.value),
                "variance_reduction": .optional(effect.varianceReduction),
                "cap": .optional(effect.winsorized?.cap), "capped": .optional(effect.winsorized?.capped),
                "design_effect": .optional(effect.designEffect), "naive_p": .optional(effect.naivePValue),
                "probability_of_gain": .number(effect.probabilityOfGain),
                "expected_loss": .number(effect.expectedLoss),
                "mde": .number(effect.minimumDetectableEffect), "reading": .text(effect.reading.rawValue),
            ]
        }
    }

    private static func json(_ interval: ConfidenceInterval) -> JSONValue {
        .object([
            "low": .number(interval.low), "high": .number(interval.high), "level": .number(interval.level),
            "method": .text(interval.method.rawValue),
        ])
    }

    private func json(_ breakdown: SegmentBreakdown) -> JSONValue {
        .object([
            "dimension": .text(breakdown.dimension), "metric": .text(breakdown.metric.name),
            "arm": .text(breakdown.arm), "reversed": .bool(breakdown.isReversed),
            "heterogeneity_p": .optional(breakdown.heterogeneity?.test.pValue),
            "labels": .array(
                breakdown.segments.map { segment in
                    .object(
                        json(segment.outcome).merging([
                            "label": .text(segment.label), "p_adjusted": .optional(segment.adjustedPValue),
                            "shrunken": .optional(segment.shrunken),
                        ]) { own, _ in own }
                    )
                }
            ),
        ])
    }

    /// One record for each comparison, of the whole and of segments.
    private var records: Records {
        var rows = analysis.metrics.map { result in
            row("metric", result.metric, result.arm, nil, result.outcome, result.adjustedPValue)
        }
        rows += analysis.guardrails.map { guardrail in
            row(
                "guardrail",
                guardrail.guardrail.metric,
                guardrail.result.arm,
                nil,
                guardrail.result.outcome,
                nil
            )
        }
        for breakdown in analysis.segments {
            rows += breakdown.segments.map { segment in
                row(
                    "segment",
                    breakdown.metric,
                    breakdown.arm,
                    (breakdown.dimension, segment.label),
                    segment.outcome,
                    segment.adjustedPValue
                )
            }
        }
        return Records(
            columns: [
                "role", "metric", "arm", "segment", "segment_value", "control", "treated", "effect", "se",
                "ci_low", "ci_high", "p", "p_adjusted", "mde", "reading",
            ],
            rows: rows
        )
    }

    private func row(
        _ role: String,
        _ metric: Metric,
        _ arm: String,
        _ segment: (dimension: String, label: String)?,
        _ outcome: MetricResult.Outcome,
        _ adjusted: Double?
    ) -> [JSONValue] {
        var effect: MetricEffect?
        if case .estimated(let value) = outcome { effect = value }
        return [
            .text(role), .text(metric.name), .text(arm), .text(segment?.dimension ?? "all"),
            .optional(segment?.label), .optional(effect?.controlValue), .optional(effect?.treatedValue),
            .optional(effect?.estimate.value), .optional(effect?.estimate.standardError),
            .optional(effect?.interval.low), .optional(effect?.interval.high), .optional(effect?.pValue),
            .optional(adjusted), .optional(effect?.minimumDetectableEffect),
            .text(effect?.reading.rawValue ?? "no-estimate"),
        ]
    }
}
