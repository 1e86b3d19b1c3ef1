/// What is known of one run before anything is compared.
package struct GateRun: Sendable, Hashable {
    package var tasks: [ArmTask]
    package var planned: Int
    package var judged: Int
    package var infrastructureErrors: Int
    package var missing: Int
    /// Whether the run ended and its selection left out no task of the suite.
    package var coversSuite: Bool
    /// Why not, in words; nil where it does.
    package var gap: String?
    /// The settings as text that is equal where the settings are.
    package var traits: [RunTrait: String]
    package var ageInDays: Double

    package init(
        tasks: [ArmTask],
        planned: Int,
        judged: Int,
        infrastructureErrors: Int,
        missing: Int,
        gap: String?,
        traits: [RunTrait: String],
        ageInDays: Double
    ) {
        self.tasks = tasks
        self.planned = planned
        self.judged = judged
        self.infrastructureErrors = infrastructureErrors
        self.missing = missing
        coversSuite = gap == nil
        self.gap = gap
        self.traits = traits
        self.ageInDays = ageInDays
    }
}

/// The outcome of a gate.
package enum GateVerdict: String, Sendable, Hashable, CaseIterable {
    case pass
    case fail
    case inconclusive
    /// The runs cannot be compared, or too much of them is missing.
    case noVerdict = "no_verdict"
    /// The policy, the tasks or the baseline are not those that were locked.
    case lockDiffers = "lock_differs"

    /// As people read it.
    package var word: String {
        switch self {
        case .pass: "PASS"
        case .fail: "FAIL"
        case .inconclusive: "INCONCLUSIVE"
        case .noVerdict: "NO VERDICT"
        case .lockDiffers: "LOCK DIFFERS"
        }
    }
}

/// One line of a gate's judgement.
package struct GateCheck: Sendable, Hashable {
    package var kind: Kind
    package var state: State
    /// What was asked: `pass@1 not worse by more than 1.0 pp`.
    package var demand: String
    /// What was found: `low end +2.8 pp`.
    package var finding: String
    /// The rule, part and numbers behind a statistical check.
    package var measure: Measure?

    package enum Kind: String, Sendable, Hashable {
        case primary
        case guardrail
        case complete
        case infrastructure
        case same
        case age
        case lock
    }

    package enum State: String, Sendable, Hashable {
        case passed
        case failed
        case inconclusive
        /// Reported, and not part of the verdict: too few tasks.
        case notJudged = "not_judged"
    }

    package struct Measure: Sendable, Hashable {
        package var rule: GateRule
        package var effect: Effect
        /// The reading that decided; it may be the wider one where the asked one cannot be had.
        package var reading: DifferenceReading?
        package var population: GateRule.Population
        /// One-sided bounds: below at the rule's α, above at α over the judged parts of all rules.
        package var low: Double
        package var high: Double
        /// Tasks at which the bound would settle the question if difference and spread stay; nil where none would.
        package var tasksToSettle: Double?
    }

    package init(
        _ kind: Kind,
        _ state: State,
        demand: String,
        finding: String,
        measure: Measure? = nil
    ) {
        self.kind = kind
        self.state = state
        self.demand = demand
        self.finding = finding
        self.measure = measure
    }
}
