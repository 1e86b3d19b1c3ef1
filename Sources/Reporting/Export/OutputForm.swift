/// A form a result can be written in, known by the end of a file's name.
package enum OutputForm: String, Sendable, Hashable, CaseIterable {
    // The longer endings come first: `.junit.xml` also ends in `.xml`.
    case junit = ".junit.xml"
    case xml = ".xml"
    case json = ".json"
    case jsonl = ".jsonl"
    case csv = ".csv"
    case markdown = ".md"
    case html = ".html"
    case latex = ".tex"
    case sarif = ".sarif"

    /// The form of a file; nil for an unknown ending.
    package init?(path: String) {
        let lowered = path.lowercased()
        guard let form = Self.allCases.first(where: { lowered.hasSuffix($0.rawValue) }) else { return nil }
        // Both are JUnit's; one name serves.
        self = form == .xml ? .junit : form
    }
}

/// What a report can be written as, each made when asked for.
package typealias OutputForms = [OutputForm: @Sendable () -> String]

extension Document {
    /// The page in every form that needs nothing but itself.
    package var forms: OutputForms {
        [
            .markdown: { markdown }, .html: { html }, .latex: { latex },
        ]
    }
}

extension CompareReport {
    /// The forms a comparison comes in.
    package static let forms: Set<OutputForm> = [.json, .jsonl, .markdown, .html, .latex, .csv]

    /// The comparison in each of its forms.
    package var forms: OutputForms {
        document.forms.merging([
            .json: { json.serialized + "\n" }, .csv: { effectRecords.csv },
            .jsonl: { effectRecords.jsonl },
        ]) { $1 }
    }
}
