/// A number with the interval around it.
package struct Measured: Sendable, Hashable {
    package var value: Double
    /// 95 %, over tasks; nil where there are too few to tell.
    package var interval: ClosedRange<Double>?

    package init(_ value: Double, interval: ClosedRange<Double>? = nil) {
        self.value = value
        self.interval = interval
    }

    var json: JSONValue {
        let bounds = interval.map {
            JSONValue.object([
                "low": .number($0.lowerBound), "high": .number($0.upperBound), "level": .number(0.95),
            ])
        }
        return .object(["value": .number(value), "ci": bounds ?? .null])
    }
}

/// The metrics of all tasks of a run, or of one part of them.
package struct RunMetrics: Sendable, Hashable {
    /// Tasks with at least one scored sample.
    package var tasks: Int
    package var samples: Int
    /// By k; a k for which some task has too few samples is absent.
    package var passAtK: [Int: Measured]
    /// By k: the chance that all k drawn samples pass.
    package var passHatK: [Int: Measured]
    /// Mean share of cases passed, 0…1; nil where no task has cases.
    package var casesPassed: Double?
    /// Mean Levenshtein distance to the reference, Unicode scalars; nil without references.
    package var editDistance: Double?
    /// Mean of the distance over the longer text's length, 0…1.
    package var normalizedEditDistance: Double?
    /// Mean cyclomatic number of the programs that parse.
    package var cyclomaticComplexity: Double?
    /// Mean of the deepest nesting of the programs that parse.
    package var nestingDepth: Double?

    package init(
        tasks: Int,
        samples: Int,
        passAtK: [Int: Measured],
        passHatK: [Int: Measured] = [:],
        casesPassed: Double? = nil,
        editDistance: Double? = nil,
        normalizedEditDistance: Double? = nil,
        cyclomaticComplexity: Double? = nil,
        nestingDepth: Double? = nil
    ) {
        self.tasks = tasks
        self.samples = samples
        self.passAtK = passAtK
        self.passHatK = passHatK
        self.casesPassed = casesPassed
        self.editDistance = editDistance
        self.normalizedEditDistance = normalizedEditDistance
        self.cyclomaticComplexity = cyclomaticComplexity
        self.nestingDepth = nestingDepth
    }

    var json: [String: JSONValue] {
        func byK(_ metrics: [Int: Measured]) -> JSONValue {
            .object(Dictionary(uniqueKeysWithValues: metrics.map { (String($0.key), $0.value.json) }))
        }
        return [
            "tasks": .integer(tasks), "samples": .integer(samples), "pass_at": byK(passAtK),
            "pass_hat": byK(passHatK), "cases_passed": .optional(casesPassed),
            "edit_distance": .optional(editDistance),
            "edit_distance_normalized": .optional(normalizedEditDistance),
            "cyclomatic_complexity": .optional(cyclomaticComplexity),
            "nesting_depth": .optional(nestingDepth),
        ]
    }
}

/// One part of a run: its tasks of one category, difficulty or language.
package struct RunSegment: Sendable, Hashable {
    package var dimension: Dimension
    package var name: String
    package var metrics: RunMetrics

    package enum Dimension: String, Sendable, Hashable, CaseIterable {
        case language
        case category
        case difficulty
    }

    package init(dimension: Dimension, name: String, metrics: RunMetrics) {
        self.dimension = dimension
        self.name = name
        self.metrics = metrics
    }
}

/// Tasks by whether their samples pass.
package struct TaskTally: Sendable, Hashable {
    package var always: Int
    package var sometimes: Int
    package var never: Int

    package init(always: Int, sometimes: Int, never: Int) {
        self.always = always
        self.sometimes = sometimes
        self.never = never
    }
}
