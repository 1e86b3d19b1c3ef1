/// What happened: one kind of event of the schema, version 1.
///
/// The raw value is how the kind is stored; it never changes once released.
package enum EventKind: UInt8, CaseIterable, Sendable, Codable {
    /// A developer was given a variant of an experiment.
    case exposure = 1
    case sessionStarted = 2
    case sessionEnded = 3
    case suggestionRequested = 4
    case suggestionShown = 5
    case suggestionAccepted = 6
    case suggestionRejected = 7
    /// What became of an accepted suggestion some time later.
    case suggestionEdited = 8
    case buildFinished = 9
    case testFinished = 10
    case taskStarted = 11
    case taskCompleted = 12
    case taskAbandoned = 13
    case chatTurn = 14
    /// An edit that an agent proposed was accepted or rejected.
    case agentEdit = 15
    case error = 16
    case feedback = 17

    /// The name inside the CloudEvents type: `suggestion.shown`.
    package var name: String {
        switch self {
        case .exposure: "exposure"
        case .sessionStarted: "session.started"
        case .sessionEnded: "session.ended"
        case .suggestionRequested: "suggestion.requested"
        case .suggestionShown: "suggestion.shown"
        case .suggestionAccepted: "suggestion.accepted"
        case .suggestionRejected: "suggestion.rejected"
        case .suggestionEdited: "suggestion.edited"
        case .buildFinished: "build.finished"
        case .testFinished: "test.finished"
        case .taskStarted: "task.started"
        case .taskCompleted: "task.completed"
        case .taskAbandoned: "task.abandoned"
        case .chatTurn: "chat.turn"
        case .agentEdit: "agent.edit"
        case .error: "error"
        case .feedback: "feedback"
        }
    }

    /// What stands before and after the name in a CloudEvents type; the version is the schema's.
    package static let typePrefix = "dev.assist."
    package static let typeSuffix = ".v1"

    /// The CloudEvents type: `dev.assist.suggestion.shown.v1`.
    package var type: String { Self.typePrefix + name + Self.typeSuffix }

    /// The fields an event of this kind must have besides the envelope and the developer.
    package var required: [EventField] {
        switch self {
        case .exposure: [.experiment, .variant]
        case .sessionStarted, .sessionEnded: [.session]
        case .suggestionRequested: [.session, .suggestion, .model, .language]
        case .suggestionShown: [.session, .suggestion, .model, .language, .latency]
        case .suggestionAccepted: [.session, .suggestion, .model, .language]
        case .suggestionRejected: [.session, .suggestion, .model, .language, .outcome]
        case .suggestionEdited: [.session, .suggestion, .model, .language, .after]
        case .buildFinished: [.session, .ok]
        case .testFinished: [.session, .passed, .failed]
        case .taskStarted, .taskCompleted, .taskAbandoned: [.session, .task]
        case .chatTurn: [.session, .model]
        case .agentEdit: [.session, .model, .language, .outcome]
        case .error: [.outcome]
        case .feedback: [.outcome, .rating]
        }
    }

    /// The values that `outcome` may have; empty where any word is allowed.
    package var outcomes: [String] {
        switch self {
        case .suggestionAccepted: ["full", "partial"]
        case .suggestionRejected: ["explicit", "dismissed", "superseded", "ignored"]
        case .agentEdit: ["accepted", "rejected"]
        case .feedback: ["csat", "nps", "space"]
        default: []
        }
    }

    private static let byType = Dictionary(uniqueKeysWithValues: allCases.map { ($0.type, $0) })

    /// The kind of a CloudEvents type, or nil.
    package init?(type: String) {
        guard let kind = Self.byType[type] else { return nil }
        self = kind
    }
}
