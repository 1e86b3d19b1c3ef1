import HarnessCore

/// What tasks can be split by.
package enum SegmentDimension: String, Sendable, Hashable, CaseIterable {
    case language
    case category
    case difficulty

    /// The part a task belongs to; nil where nobody says.
    package func value(of task: ArmTask) -> String? {
        switch self {
        case .language: task.key.language.rawValue
        case .category: task.category
        case .difficulty: task.difficulty
        }
    }

    /// Names in the order reports list them: the product's own first, the rest by name.
    func ordered(_ names: Set<String>) -> [String] {
        let known: [String] =
            switch self {
            case .language: []
            case .category: EvalTask.Category.allCases.map(\.rawValue)
            case .difficulty: EvalTask.Difficulty.allCases.map(\.rawValue)
            }
        return known.filter(names.contains) + names.subtracting(known).sorted()
    }
}

/// A part of the tasks: all easy ones.
package struct ComparisonSegment: Sendable, Hashable {
    package var dimension: SegmentDimension
    package var value: String

    package init(dimension: SegmentDimension, value: String) {
        self.dimension = dimension
        self.value = value
    }
}
