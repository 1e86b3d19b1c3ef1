/// The judgement of one sample.
package struct Verdict: Sendable, Hashable, Codable {
    package var outcome: Outcome
    /// The rule that decided, as documented: `python.name-never-defined`.
    package var rule: String
    package var evidence: Evidence
    package var casesPassed: Int
    package var casesTotal: Int
    package var trust: Trust
    package var isolation: IsolationLevel
    package var usage: ResourceUsage
    /// Measured on the candidate's source before any of it ran; nil where it does not parse.
    package var codeMetrics: CodeMetrics?

    package init(
        outcome: Outcome,
        rule: String,
        evidence: Evidence = Evidence(),
        casesPassed: Int,
        casesTotal: Int,
        trust: Trust,
        isolation: IsolationLevel,
        usage: ResourceUsage = ResourceUsage(),
        codeMetrics: CodeMetrics? = nil
    ) {
        self.outcome = outcome
        self.rule = rule
        self.evidence = evidence
        self.casesPassed = casesPassed
        self.casesTotal = casesTotal
        self.trust = trust
        self.isolation = isolation
        self.usage = usage
        self.codeMetrics = codeMetrics
    }

    /// Three outcomes, not two: what the harness could not do never counts against a model.
    package enum Outcome: Sendable, Hashable, Codable {
        case passed
        case failed(FailureMode)
        case infrastructureError
    }

    /// What stood between the candidate and its verdict.
    package enum Trust: String, Sendable, Hashable, Codable {
        /// Expected values never entered the candidate's process.
        case outside
        /// Test and candidate shared a process: a determined candidate could lie.
        case shared
    }
}

/// What the rule saw; all text is bounded and comes from an untrusted program.
package struct Evidence: Sendable, Hashable, Codable {
    package var message: String
    /// Line in the candidate's source, from 1.
    package var line: Int?
    /// Position of the deciding case, from 0.
    package var caseIndex: Int?
    package var expected: String?
    package var actual: String?

    package init(
        message: String = "",
        line: Int? = nil,
        caseIndex: Int? = nil,
        expected: String? = nil,
        actual: String? = nil
    ) {
        self.message = message
        self.line = line
        self.caseIndex = caseIndex
        self.expected = expected
        self.actual = actual
    }
}

/// Structural measures of a program's source.
package struct CodeMetrics: Sendable, Hashable, Codable {
    /// Sum over functions of McCabe's cyclomatic number (McCabe 1976), at least 1.
    package var cyclomaticComplexity: Int
    /// Deepest nesting of control structures; 0 for straight-line code.
    package var nestingDepth: Int
    /// Lines that hold code.
    package var codeLines: Int

    package init(cyclomaticComplexity: Int, nestingDepth: Int, codeLines: Int) {
        self.cyclomaticComplexity = cyclomaticComplexity
        self.nestingDepth = nestingDepth
        self.codeLines = codeLines
    }
}
