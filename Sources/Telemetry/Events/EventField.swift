/// A field of an event, as it stands in a CloudEvents line of JSON.
///
/// The raw value is the field's place in the reader's table.
package enum EventField: Int, CaseIterable, Sendable {
    // The envelope (CloudEvents 1.0).
    case specversion, id, source, type, time
    // Words: who, where, with what. Each is stored once and referred to by number.
    case developer, session, task, model, provider, language, framework, repositorySize, taskType, segment
    case editor, client, experiment, variant, outcome
    // Links a suggestion's events.
    case suggestion
    // Numbers.
    case latency, firstChunk, inputTokens, outputTokens, cachedTokens, cost, characters, lines, confidence
    case charactersAccepted, charactersRetained, charactersTyped, editDistance, after
    case ok, errors, passed, failed, rating

    /// The name in JSON; fields of the payload are under `data`.
    package var name: String {
        switch self {
        case .specversion: "specversion"
        case .id: "id"
        case .source: "source"
        case .type: "type"
        case .time: "time"
        case .developer: "data.developer_id"
        case .session: "data.session_id"
        case .task: "data.task_id"
        case .model: "data.model_version"
        case .provider: "data.provider"
        case .language: "data.language"
        case .framework: "data.framework"
        case .repositorySize: "data.repo_size_bucket"
        case .taskType: "data.task_type"
        case .segment: "data.user_segment"
        case .editor: "data.ide"
        case .client: "data.client_version"
        case .experiment: "data.experiment_key"
        case .variant: "data.variant"
        case .outcome: "data.outcome"
        case .suggestion: "data.suggestion_id"
        case .latency: "data.latency_ms"
        case .firstChunk: "data.time_to_first_chunk_ms"
        case .inputTokens: "data.input_tokens"
        case .outputTokens: "data.output_tokens"
        case .cachedTokens: "data.cached_tokens"
        case .cost: "data.cost_usd"
        case .characters: "data.n_chars"
        case .lines: "data.n_lines"
        case .confidence: "data.confidence"
        case .charactersAccepted: "data.chars_accepted"
        case .charactersRetained: "data.chars_retained"
        case .charactersTyped: "data.chars_typed"
        case .editDistance: "data.edit_distance"
        case .after: "data.after_s"
        case .ok: "data.ok"
        case .errors: "data.errors"
        case .passed: "data.passed"
        case .failed: "data.failed"
        case .rating: "data.rating"
        }
    }

    /// The words, in the order of their columns.
    package static let words: [EventField] = [
        .source, .developer, .session, .task, .model, .provider, .language, .framework, .repositorySize,
        .taskType, .segment, .editor, .client, .experiment, .variant, .outcome,
    ]

    /// The numbers, in the order of their columns.
    package static let numbers: [EventField] = [
        .latency, .firstChunk, .inputTokens, .outputTokens, .cachedTokens, .cost, .characters, .lines,
        .confidence, .charactersAccepted, .charactersRetained, .charactersTyped, .editDistance, .after, .ok,
        .errors, .passed, .failed, .rating,
    ]

    /// The column of a word or number in the events' table: the name in JSON without its object.
    package var column: String {
        switch self {
        case .developer: "developer"
        case .session: "session"
        case .task: "task"
        case .model: "model"
        case .repositorySize: "repo_size"
        case .segment: "segment"
        case .client: "client"
        case .experiment: "experiment"
        case .suggestion: "suggestion"
        default: name.hasPrefix("data.") ? String(name.dropFirst(5)) : name
        }
    }

    /// The longest text of a word, in bytes of UTF-8.
    package static let maximumText = 256

    /// The values a number may have.
    package var range: ClosedRange<Double> {
        switch self {
        // Ten minutes: no editor waits longer.
        case .latency, .firstChunk: 0...600_000
        case .confidence: 0...1
        case .ok: 0...1
        case .rating: 0...10
        case .cost: 0...10_000
        case .after: 0...2_592_000
        default: 0...1e9
        }
    }

    /// Whether a number has no fraction.
    package var isCount: Bool {
        switch self {
        case .inputTokens, .outputTokens, .cachedTokens, .characters, .lines, .charactersAccepted,
            .charactersRetained, .charactersTyped, .editDistance, .errors, .passed, .failed, .rating:
            true
        default: false
        }
    }
}
