/// A figure of the daily rollups: what is counted over what, with its unit, its direction and its alternatives.
///
/// Every ratio is Σ numerator / Σ denominator over suggestions or sessions, with the developer as unit: a developer's
/// suggestions are not independent (Deng et al. 2018).
package struct TelemetryMetric: Sendable {
    package var id: String
    package var title: String
    /// One sentence: what is divided by what, over which window.
    package var definition: String
    package var unit: Unit
    package var isHigherBetter: Bool
    package var numerator: [RollupMeasure]
    package var denominator: [RollupMeasure]
    /// Whether the denominator counts events, so that independent events are something to compare with.
    package var countsEvents = true
    /// Other denominators in use for the same numerator, by their names.
    package var alternatives: [(name: String, denominator: [RollupMeasure])] = []

    package enum Unit: String, Sendable {
        case share
        case characters
        case milliseconds
        case dollars
        case tokens
        case perSession = "per session"
    }

    /// All ratios, in the order of reports.
    package static let all: [TelemetryMetric] = [
        TelemetryMetric(
            id: "acceptance-rate",
            title: "acceptance rate",
            definition: "suggestions accepted within 24 h, in part or whole / suggestions shown",
            unit: .share,
            isHigherBetter: true,
            numerator: [.accepted],
            denominator: [.shown],
            alternatives: [
                ("of decided", [.accepted, .rejected]),
                ("of requested", [.requested]),
            ]
        ),
        TelemetryMetric(
            id: "retained-acceptance",
            title: "retained acceptance",
            definition:
                "accepted suggestions with at least 80 % of their characters left / suggestions shown",
            unit: .share,
            isHigherBetter: true,
            numerator: [.retained],
            denominator: [.shown],
            alternatives: [("of accepted that were looked at", [.looked])]
        ),
        TelemetryMetric(
            id: "edit-distance",
            title: "edit distance",
            definition: "characters changed (Levenshtein) / accepted suggestions that were looked at",
            unit: .characters,
            isHigherBetter: false,
            numerator: [.editDistance],
            denominator: [.looked]
        ),
        TelemetryMetric(
            id: "edit-share",
            title: "edit share",
            definition: "mean of edit distance / characters accepted",
            unit: .share,
            isHigherBetter: false,
            numerator: [.editShare],
            denominator: [.looked],
            countsEvents: false
        ),
        TelemetryMetric(
            id: "compile-pass-rate",
            title: "compile pass rate",
            definition: "accepted suggestions whose first build within 30 min succeeded / those with a build",
            unit: .share,
            isHigherBetter: true,
            numerator: [.builtOK],
            denominator: [.built],
            alternatives: [("of all accepted", [.accepted])]
        ),
        TelemetryMetric(
            id: "test-pass-rate",
            title: "test pass rate",
            definition:
                "accepted suggestions whose first test run within 30 min passed / those with a test run",
            unit: .share,
            isHigherBetter: true,
            numerator: [.testedOK],
            denominator: [.tested],
            alternatives: [("of all accepted", [.accepted])]
        ),
        TelemetryMetric(
            id: "latency-mean",
            title: "latency, mean",
            definition: "milliseconds from request to display / suggestions shown",
            unit: .milliseconds,
            isHigherBetter: false,
            numerator: [.latencySum],
            denominator: [.shown]
        ),
        TelemetryMetric(
            id: "latency-over-200",
            title: "latency over 200 ms",
            definition: "suggestions shown after more than 200 ms / suggestions shown",
            unit: .share,
            isHigherBetter: false,
            numerator: [.over200],
            denominator: [.shown]
        ),
        TelemetryMetric(
            id: "latency-over-500",
            title: "latency over 500 ms",
            definition: "suggestions shown after more than 500 ms / suggestions shown",
            unit: .share,
            isHigherBetter: false,
            numerator: [.over500],
            denominator: [.shown]
        ),
        TelemetryMetric(
            id: "session-productivity",
            title: "session productivity",
            definition: "sessions with a suggestion and a passing test run / sessions with a suggestion",
            unit: .share,
            isHigherBetter: true,
            numerator: [.sessionsWithPass],
            denominator: [.sessionsWithSuggestion],
            alternatives: [("of all sessions", [.sessions])]
        ),
        TelemetryMetric(
            id: "characters-from-model",
            title: "characters from the model",
            definition: "characters accepted / characters accepted and typed",
            unit: .share,
            isHigherBetter: true,
            numerator: [.charactersAccepted],
            denominator: [.charactersAccepted, .charactersTyped],
            countsEvents: false
        ),
        TelemetryMetric(
            id: "suggestions-per-session",
            title: "suggestions per session",
            definition: "suggestions shown / sessions",
            unit: .perSession,
            isHigherBetter: true,
            numerator: [.shown],
            denominator: [.sessions]
        ),
        TelemetryMetric(
            id: "error-rate",
            title: "error rate",
            definition: "errors / suggestions requested",
            unit: .share,
            isHigherBetter: false,
            numerator: [.errors],
            denominator: [.requested]
        ),
        TelemetryMetric(
            id: "tokens-per-accepted",
            title: "tokens per accepted",
            definition: "input and output tokens of all suggestions shown / suggestions accepted",
            unit: .tokens,
            isHigherBetter: false,
            numerator: [.inputTokens, .outputTokens],
            denominator: [.accepted]
        ),
        TelemetryMetric(
            id: "cost-per-accepted",
            title: "cost per accepted",
            definition: "cost of all suggestions shown / suggestions accepted",
            unit: .dollars,
            isHigherBetter: false,
            numerator: [.cost],
            denominator: [.accepted]
        ),
    ]
}
