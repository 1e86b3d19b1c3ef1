import Statistics

/// Experiments of a design drawn by chance and analysed as real ones would be, to count right answers.
///
/// Three questions. Nothing differs (A/A): how often is something claimed all the same? Every metric gains what
/// matters (A/B): how often is that found? And every guardrail loses its margin exactly: how often is it let through?
package struct ExperimentSimulation: Sendable, Hashable {
    package struct Options: Sendable, Hashable {
        /// Experiments per question.
        package var experiments: Int
        package var seed: UInt64
        /// Units of the smallest arm.
        package var units: Int
        /// Looks at the growing data, evenly spaced, the last one at the end.
        package var looks: Int
        /// The gain of every metric in A/B, in its unit; nil for the relevant effect of each.
        package var effect: Double?

        package init(
            experiments: Int = 1000,
            seed: UInt64,
            units: Int,
            looks: Int = 5,
            effect: Double? = nil
        ) {
            self.experiments = experiments
            self.seed = seed
            self.units = units
            self.looks = looks
            self.effect = effect
        }
    }

    package struct Scenario: Sendable, Hashable {
        package enum Question: String, Sendable, Hashable, CaseIterable {
            /// Nothing differs.
            case nothing
            /// Metrics gain what matters.
            case gain
            /// Metrics gain what matters, guardrails lose their margin.
            case loss
        }

        package var question: Question
        /// The true difference of each metric, treated minus control.
        package var shifts: [String: Double]
        package var tally: SimulationTally
    }

    package var design: ExperimentDesign
    package var options: Options
    /// Whether units were drawn from data rather than from assumptions.
    package var isFromData: Bool
    package var scenarios: [Scenario]

    /// Simulates a design on its assumptions, or on units drawn with replacement from observed ones.
    ///
    /// Every experiment has a stream of random numbers of its own, so that the answer does not depend on `workers`.
    ///
    /// - Throws: `.design` for a design that cannot be simulated; `.data` where observed rows do not fit it.
    package static func run(
        _ design: ExperimentDesign,
        observed: ExperimentData? = nil,
        options: Options,
        workers: Int = 1
    ) async throws -> ExperimentSimulation {
        try design.validate()
        guard !design.isPaired else {
            throw ExperimentError.design("a paired design is not simulated: its units have no arm to draw")
        }
        guard options.units >= 2, options.experiments >= 1, (1...100).contains(options.looks) else {
            throw ExperimentError.design("simulation: 2 units, 1 experiment and 1 to 100 looks at least")
        }
        let source =
            if let observed { try UnitSource(design, observed: observed) } else {
                try UnitSource(assumptionsOf: design)
            }
        var scenarios: [Scenario] = []
        for question in Scenario.Question.allCases {
            guard let shifts = try shifts(question, source.design, options) else { continue }
            let trial = Trial(source: source, options: options, question: question, shifts: shifts)
            scenarios.append(
                Scenario(question: question, shifts: shifts, tally: await trial.tally(workers: workers))
            )
        }
        return ExperimentSimulation(
            design: source.design,
            options: options,
            isFromData: observed != nil,
            scenarios: scenarios
        )
    }

    /// Draws one experiment on a design's assumptions in which every metric gains what matters.
    ///
    /// One row per unit; a unit's events are summed, with their number as denominator.
    ///
    /// - Throws: As `run`.
    package static func example(
        _ design: ExperimentDesign,
        options: Options
    ) throws(ExperimentError) -> ExperimentData {
        try design.validate()
        let source = try UnitSource(assumptionsOf: design)
        let shifts = try shifts(.gain, source.design, options) ?? [:]
        let trial = Trial(source: source, options: options, question: .gain, shifts: shifts)
        return trial.data(0, trial.assignment().arms)
    }

    /// nil for a question that the design does not raise.
    private static func shifts(
        _ question: Scenario.Question,
        _ design: ExperimentDesign,
        _ options: Options
    ) throws(ExperimentError) -> [String: Double]? {
        var shifts: [String: Double] = [:]
        if question == .nothing { return shifts }
        for metric in design.metrics {
            guard let gain = options.effect ?? metric.relevantEffect else { continue }
            guard gain > 0, gain.isFinite else {
                throw .design("effect: positive, in the unit of the metric")
            }
            shifts[metric.name] = try possible(metric.sign * gain, metric)
        }
        if question == .gain { return shifts.isEmpty ? nil : shifts }
        guard !design.guardrails.isEmpty else { return nil }
        for guardrail in design.guardrails {
            let metric = guardrail.metric
            shifts[metric.name] = try possible(-metric.sign * guardrail.margin, metric)
        }
        return shifts
    }

    private static func possible(_ shift: Double, _ metric: Metric) throws(ExperimentError) -> Double {
        guard let assumptions = metric.assumptions, assumptions.isShare else { return shift }
        guard (0...1).contains(assumptions.base + shift) else {
            throw .design("metric \(metric.name): a share of \(assumptions.base) cannot move by \(shift)")
        }
        return shift
    }
}

/// Simulated experiments of one kind.
private struct Trial: Sendable {
    let source: UnitSource
    let options: ExperimentSimulation.Options
    let question: ExperimentSimulation.Scenario.Question
    let shifts: [String: Double]

    func tally(workers: Int) async -> SimulationTally {
        let (arms, units) = assignment()
        return await withTaskGroup(of: SimulationTally.self) { group in
            let workers = max(1, min(workers, options.experiments))
            for worker in 0..<workers {
                group.addTask {
                    stride(from: worker, to: options.experiments, by: workers).reduce(SimulationTally()) {
                        $0 + experiment($1, arms, units)
                    }
                }
            }
            return await group.reduce(SimulationTally(), +)
        }
    }

    /// The arm of each unit in the order of their coming, and how many have come at each look.
    func assignment() -> (arms: [Int], looks: [Int]) {
        let shares = source.design.arms.map(\.share)
        let least = shares.min() ?? 1
        let wanted = shares.map { Int((Double(options.units) * $0 / least).rounded(.up)) }
        let total = wanted.reduce(0, +)
        var counts = [Int](repeating: 0, count: shares.count)
        var arms: [Int] = []
        for _ in 0..<total {
            // The arm that is furthest behind its share comes next.
            let next = counts.indices.min { left, right in
                Double(counts[left]) / Double(wanted[left]) < Double(counts[right]) / Double(wanted[right])
            }
            counts[next ?? 0] += 1
            arms.append(next ?? 0)
        }
        let looks = (1...options.looks).map { look in
            look == options.looks
                ? total : Int((Double(total) * Double(look) / Double(options.looks)).rounded())
        }
        return (arms, looks)
    }

    /// Every experiment has a stream of random numbers of its own.
    func data(_ number: Int, _ arms: [Int]) -> ExperimentData {
        let stream = UInt64(question.rawValue.utf8.reduce(0) { $0 * 31 + UInt64($1) })
        var generator = SeededGenerator(
            seed: options.seed &* 0x9E37_79B9_7F4A_7C15 &+ stream &* 1_000_003 &+ UInt64(number)
        )
        return source.data(arms: arms, shifts: shifts, &generator)
    }

    private func experiment(_ number: Int, _ arms: [Int], _ looks: [Int]) -> SimulationTally {
        let data = data(number, arms)
        var tally = SimulationTally()
        tally.experiments = 1
        guard let whole = try? ExperimentAnalysis(source.design, data: data) else {
            tally.refused = 1
            return tally
        }
        tally.count(whole, shifts: shifts)
        let earlier = looks.dropLast().compactMap { count in
            try? ExperimentAnalysis(source.design, data: data.prefix(count))
        }
        let analyses = earlier + [whole]
        if analyses.contains(where: \.hasAlarm) { tally.alarmsAtAnyLook = 1 }
        let first = analyses.first { $0.recommendations.contains { $0.action == .ship } }
        if let first {
            tally.shippedAtAnyLook = 1
            tally.unitsWhenShipped = first.assignment.units.min() ?? 0
        }
        return tally
    }
}

extension ExperimentData {
    /// The first rows; segments and labels are left out.
    func prefix(_ count: Int) -> ExperimentData {
        ExperimentData(
            units: Array(units.prefix(count)),
            arms: Array(arms.prefix(count)),
            metrics: metrics.mapValues { column in
                Column(
                    Array(column.values.prefix(count)),
                    denominators: column.denominators.map { Array($0.prefix(count)) }
                )
            },
            covariates: covariates.mapValues { Array($0.prefix(count)) }
        )
    }
}
