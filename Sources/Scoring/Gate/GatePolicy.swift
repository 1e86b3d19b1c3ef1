package import HarnessCore

/// What a candidate must show before it is released.
package struct GatePolicy: Sendable, Hashable {
    package var name: String
    /// Reference of the run to compare with; a flag may replace it.
    package var baseline: String?
    package var primary: GateRule
    package var guardrails: [GateRule]
    package var requirements: GateRequirements
    /// Whether an open question stops the release.
    package var inconclusive: Inconclusive

    package enum Inconclusive: String, Sendable, Hashable, CaseIterable {
        case fail
        case warn
    }

    package init(
        name: String,
        baseline: String? = nil,
        primary: GateRule,
        guardrails: [GateRule] = [],
        requirements: GateRequirements = GateRequirements(),
        inconclusive: Inconclusive = .fail
    ) {
        self.name = name
        self.baseline = baseline
        self.primary = primary
        self.guardrails = guardrails
        self.requirements = requirements
        self.inconclusive = inconclusive
    }

    /// The primary rule and the guardrails.
    package var rules: [GateRule] { [primary] + guardrails }

    /// Identity of everything that decides, whatever file, name or layout it was written in.
    package var hash: ContentHash {
        var lines = rules.map(\.canonical)
        lines.append(requirements.canonical)
        lines.append("inconclusive \(inconclusive.rawValue)")
        return ContentHash(of: lines.joined(separator: "\n"))
    }
}

/// One thing that must hold for a metric.
package struct GateRule: Sendable, Hashable {
    package var metric: ComparisonMetric
    /// nil for all tasks; else the rule must hold for each part.
    package var dimension: SegmentDimension?
    package var kind: Kind
    /// How much worse is allowed, or how much better is asked for.
    ///
    /// Share of 1: 0.01 is one percentage point.
    package var margin: Double
    package var population: Population
    /// One-sided error of the first kind.
    package var alpha: Double
    /// Parts with fewer tasks are reported and not judged.
    package var minimumTasks: Int

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case notWorse = "not-worse"
        case better
    }

    /// What the interval speaks of.
    package enum Population: String, Sendable, Hashable, CaseIterable {
        /// These tasks, their samples drawn again.
        case suite
        /// New tasks like these.
        case tasks
    }

    /// Makes a rule with the usual population and error of its kind.
    ///
    /// Whether a release broke something is asked of this suite at one-sided 5 %; that a model is better is a claim
    /// about new tasks and asked at 2.5 %, the usual two-sided 5 %.
    package init(
        metric: ComparisonMetric,
        dimension: SegmentDimension? = nil,
        kind: Kind,
        margin: Double,
        population: Population? = nil,
        alpha: Double? = nil,
        minimumTasks: Int = 1
    ) {
        self.metric = metric
        self.dimension = dimension
        self.kind = kind
        self.margin = margin
        self.population = population ?? (kind == .better ? .tasks : .suite)
        self.alpha = alpha ?? (kind == .better ? 0.025 : 0.05)
        self.minimumTasks = minimumTasks
    }

    fileprivate var canonical: String {
        [
            metric.name, dimension?.rawValue ?? "-", kind.rawValue, "\(margin)", population.rawValue,
            "\(alpha)",
            "\(minimumTasks)",
        ].joined(separator: " ")
    }
}

/// What two runs must be like before anything is compared.
package struct GateRequirements: Sendable, Hashable {
    /// Whether every planned sample of the whole suite must have a verdict or an infrastructure error.
    package var isComplete: Bool
    /// Infrastructure errors over planned samples, at most, in each run.
    package var maximumInfrastructureShare: Double
    /// Age of the baseline in days, at most; nil for any.
    package var maximumBaselineDays: Double?
    /// Settings that must not differ.
    package var same: Set<RunTrait>

    package init(
        isComplete: Bool = true,
        maximumInfrastructureShare: Double = 0.005,
        maximumBaselineDays: Double? = nil,
        same: Set<RunTrait> = Set(RunTrait.allCases)
    ) {
        self.isComplete = isComplete
        self.maximumInfrastructureShare = maximumInfrastructureShare
        self.maximumBaselineDays = maximumBaselineDays
        self.same = same
    }

    fileprivate var canonical: String {
        let traits = same.map(\.rawValue).sorted().joined(separator: ",")
        return "complete \(isComplete) infra \(maximumInfrastructureShare) "
            + "age \(maximumBaselineDays.map { "\($0)" } ?? "-") same \(traits)"
    }
}

/// A setting of a run that a comparison of models must hold constant.
package enum RunTrait: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Name and content of the suite.
    case suite
    /// CPU, elapsed time, memory and the other limits.
    case limits
    /// The isolation level.
    case sandbox
    /// Compilers and interpreters.
    case toolchain
    /// Language definitions and drivers.
    case runner
    /// Samples per task.
    case samples
    /// The version of this tool, which judges.
    case tool

    package static func < (left: RunTrait, right: RunTrait) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
