/// A format results are exported in.
package enum ExportFormat: String, Sendable, Hashable, CaseIterable {
    case csv
    case jsonl
    case markdown
    case html
    case latex
    case junit
    case sarif
    case inspect
    case huggingFace = "hf-leaderboard"

    /// What the format can be asked in detail; the others have one form.
    package var levels: [ExportLevel] {
        switch self {
        case .csv, .jsonl: ExportLevel.allCases
        case .markdown, .html, .latex: [.run, .task]
        case .junit, .sarif, .inspect, .huggingFace: []
        }
    }

    /// Whether the format holds a single run.
    package var isForOneRun: Bool { self == .inspect }
}

/// How far an export goes into detail.
package enum ExportLevel: String, Sendable, Hashable, CaseIterable {
    /// The table of models and languages.
    case run
    case task
    case sample
}
