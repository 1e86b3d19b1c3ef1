import Foundation
package import HarnessCore

/// What a run was asked to do, as the store keeps it: enough to read the numbers and to resume.
package struct RunSettings: Sendable, Hashable, Codable {
    /// As the model's author wrote it; nil where nobody says.
    package var modelVersion: String?
    /// `core` for the built-in suite; the path of a foreign suite's file.
    package var suiteSource: String
    /// The k of each pass@k.
    package var passAt: [Int]
    /// Patterns over task ids that the run was narrowed to.
    package var taskPatterns: [String]
    package var categories: [String]
    package var difficulties: [String]
    package var limit: Int?
    /// The limits that the user set for every task; what is nil was left to tasks and suite.
    package var limits: LimitOverrides
    /// Languages that the run was narrowed to; nil for all that the samples are in.
    package var languages: [String]?

    package init(
        modelVersion: String? = nil,
        suiteSource: String,
        passAt: [Int],
        taskPatterns: [String] = [],
        categories: [String] = [],
        difficulties: [String] = [],
        limit: Int? = nil,
        limits: LimitOverrides = LimitOverrides(),
        languages: [String]? = nil
    ) {
        self.modelVersion = modelVersion
        self.suiteSource = suiteSource
        self.passAt = passAt
        self.taskPatterns = taskPatterns
        self.categories = categories
        self.difficulties = difficulties
        self.limit = limit
        self.limits = limits
        self.languages = languages
    }

    /// Whether the run may leave out tasks of its suite.
    package var isPartial: Bool {
        !taskPatterns.isEmpty || !categories.isEmpty || !difficulties.isEmpty || limit != nil
            || languages != nil
    }

    /// Reads what `encoded` made.
    package init(decoding text: String) throws(HarnessError) {
        do {
            self = try JSONDecoder().decode(RunSettings.self, from: Data(text.utf8))
        } catch {
            throw HarnessError(
                .badData,
                "the settings of a stored run cannot be read: \(error)",
                remedy: "the run was made by another version; run it again"
            )
        }
    }

    /// A JSON object with its keys in order.
    package func encoded() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
