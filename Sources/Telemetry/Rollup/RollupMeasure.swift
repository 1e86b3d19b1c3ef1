/// What a row of the daily rollup adds up.
///
/// All are sums over the suggestions first shown on that day, unless said otherwise.
package enum RollupMeasure: String, CaseIterable, Sendable {
    /// Requests made on the day, shown or not.
    case requested
    case shown
    /// Accepted within 24 hours, in part or whole.
    case accepted
    case acceptedPartly = "accepted_partly"
    /// Rejected by the developer: explicit or dismissed.
    case rejected
    /// Superseded or ignored.
    case ignored
    case charactersShown = "chars_shown"
    case charactersAccepted = "chars_accepted"
    /// Accepted suggestions of which a later look is known, and those with at least 80 % of their characters left.
    case looked
    case retained
    case charactersRetained = "chars_retained"
    case editDistance = "edit_distance"
    /// Sum over suggestions of distance / characters accepted.
    case editShare = "edit_share"
    /// Accepted suggestions whose session had a build within 30 minutes, and those whose first one succeeded.
    case built
    case builtOK = "built_ok"
    case tested
    case testedOK = "tested_ok"
    case latencySum = "latency_sum"
    case latencySquares = "latency_squares"
    case over200 = "over_200_ms"
    case over500 = "over_500_ms"
    case inputTokens = "input_tokens"
    case outputTokens = "output_tokens"
    case cost = "cost_usd"
    /// Errors on the day.
    case errors
    /// Sessions whose first event is on the day, those with a suggestion shown, those with a passing test run.
    case sessions
    case sessionsWithSuggestion = "sessions_shown"
    case sessionsWithPass = "sessions_passed"
    /// Characters that the developer typed in sessions that ended on the day.
    case charactersTyped = "chars_typed"

    package var column: String { rawValue }

    /// Sums of real numbers, or counts.
    var type: String {
        switch self {
        case .editShare, .latencySum, .latencySquares, .cost: "REAL"
        default: "INTEGER"
        }
    }
}
