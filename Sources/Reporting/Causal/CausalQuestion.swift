/// What a causal analysis was asked, in the words of the file.
package struct CausalQuestion: Sendable, Hashable {
    package var file: String
    package var treatment: String
    package var outcome: String
    /// Columns adjusted for, with what became of them: `language (4 levels)`.
    package var confounders: [String]
    /// The column whose rows depend on each other; nil where rows are taken as independent.
    package var cluster: String?
    package var negativeControl: String?
    /// Rows left out because a value is missing.
    package var incompleteRows: Int

    package init(
        file: String,
        treatment: String,
        outcome: String,
        confounders: [String] = [],
        cluster: String? = nil,
        negativeControl: String? = nil,
        incompleteRows: Int = 0
    ) {
        self.file = printable(file)
        self.treatment = printable(treatment)
        self.outcome = printable(outcome)
        self.confounders = confounders.map(printable)
        self.cluster = cluster.map(printable)
        self.negativeControl = negativeControl.map(printable)
        self.incompleteRows = incompleteRows
    }

    /// What everything rests on, in one sentence.
    var adjustedFor: String {
        confounders.isEmpty ? "nothing" : confounders.joined(separator: ", ")
    }

    var errors: String {
        cluster.map { "clustered by \($0)" } ?? "rows taken as independent: --cluster names what they share"
    }

    var json: JSONValue {
        .object([
            "file": .text(file), "treatment": .text(treatment), "outcome": .text(outcome),
            "confounders": .array(confounders.map(JSONValue.text)), "cluster": .optional(cluster),
            "negative_control": .optional(negativeControl), "incomplete_rows": .integer(incompleteRows),
        ])
    }
}
