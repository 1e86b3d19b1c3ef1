import Statistics

/// An attempt to show that the answer would have come out whatever the truth.
package struct Refutation: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Treatments dealt out anew: nothing may be found.
        case placeboTreatment = "placebo-treatment"
        /// A covariate of pure noise added: nothing may change.
        case randomCommonCause = "random-common-cause"
        /// Four fifths of the rows (or clusters): little may change.
        case subset
        /// An outcome that the treatment cannot move: nothing may be found.
        case negativeControl = "negative-control"
    }

    package var kind: Kind
    /// The answer that is put to the test; for placebos what they should find, zero.
    package var expected: Double
    /// What each repetition found.
    package var found: [Double]
    /// The standard error that the answer claims.
    package var standardError: Double
    /// Repetitions that miss what is expected: by their 95 % interval, or by more than a standard error.
    package var misses: Int
    /// Repetitions that gave no number.
    package var refused: Int
    /// Whether the answer stands this test; nil where no repetition gave a number.
    package var stands: Bool?

    /// The mean of what was found.
    package var mean: Double { found.isEmpty ? .nan : found.reduce(0, +) / Double(found.count) }
}

/// Tries to refute the answer of a study.
struct Refuter: Sendable {
    private let study: ObservationalStudy
    private let options: CausalAnalysis.Options
    private let negativeControl: [Double]?

    init(_ study: ObservationalStudy, options: CausalAnalysis.Options, negativeControl: [Double]?) {
        self.study = study
        self.options = options
        self.negativeControl = negativeControl
    }

    /// In the order of the kinds; none where there is no answer to refute.
    var refutations: [Refutation] {
        guard let answer = Self.answer(study, options) else { return [] }
        var all: [Refutation] = []
        if options.repetitions > 0 {
            all.append(placebo(answer))
            all.append(randomCause(answer))
            all.append(subset(answer))
        }
        if let negativeControl { all.append(control(negativeControl)) }
        return all
    }

    /// The doubly robust effect, or where the arms do not overlap the adjusted one.
    private static func answer(_ study: ObservationalStudy, _ options: CausalAnalysis.Options) -> Estimate? {
        if let model = try? PropensityModel(study),
            let effect = try? ArmMeans(study, propensity: model, estimand: options.estimand).effect()
        {
            return effect
        }
        return try? RegressionAdjustment(study).effect()
    }

    /// Each kind has a stream of its own, so that one more draw of one moves no other.
    private func generator(_ kind: Refutation.Kind, _ repetition: Int) -> SeededGenerator {
        let position = UInt64(Refutation.Kind.allCases.firstIndex(of: kind) ?? 0)
        return SeededGenerator(seed: options.seed &+ position << 32 &+ UInt64(repetition))
    }

    private func repeated(
        _ kind: Refutation.Kind,
        _ change: (inout SeededGenerator) throws(CausalError) -> ObservationalStudy
    ) -> (found: [Estimate], refused: Int) {
        var found: [Estimate] = []
        for repetition in 0..<options.repetitions {
            var generator = generator(kind, repetition)
            guard let changed = try? change(&generator), let effect = Self.answer(changed, options) else {
                continue
            }
            found.append(effect)
        }
        return (found, options.repetitions - found.count)
    }

    private func placebo(_ answer: Estimate) -> Refutation {
        // Where whole clusters are treated, whole clusters are dealt out.
        let clusters = study.clusters.map { ClusterOrder($0) }
        let byCluster = clusters.map { order in
            var arms: [Bool?] = Array(repeating: nil, count: order.count)
            let isWhole = zip(order.positions, study.isTreated).allSatisfy { cluster, isTreated in
                defer { arms[cluster] = isTreated }
                return arms[cluster] == nil || arms[cluster] == isTreated
            }
            return isWhole ? arms.compactMap(\.self) : nil
        }
        let (found, refused) = repeated(.placeboTreatment) { generator throws(CausalError) in
            if let order = clusters, let arms = byCluster.flatMap(\.self) {
                let dealt = arms.shuffled(by: &generator)
                return try study.replacing(isTreated: order.positions.map { dealt[$0] })
            }
            return try study.replacing(isTreated: study.isTreated.shuffled(by: &generator))
        }
        let misses = found.count { $0.pValue() < 0.05 }
        return Refutation(
            kind: .placeboTreatment,
            expected: 0,
            found: found.map(\.value),
            standardError: answer.standardError,
            misses: misses,
            refused: refused,
            stands: found.isEmpty ? nil : misses <= Self.byChance(found.count)
        )
    }

    private func randomCause(_ answer: Estimate) -> Refutation {
        let (found, refused) = repeated(.randomCommonCause) { generator throws(CausalError) in
            let noise = (0..<study.rowCount).map { _ in generator.normal() }
            return try study.replacing(adding: [.init("\u{0}noise", noise)])
        }
        return moved(.randomCommonCause, answer, found, refused, allowed: 0)
    }

    private func subset(_ answer: Estimate) -> Refutation {
        let order = study.clusters.map { ClusterOrder($0) }
        let units = order?.count ?? study.rowCount
        let (found, refused) = repeated(.subset) { generator throws(CausalError) in
            var kept = [Bool](repeating: false, count: units)
            for unit in Array(0..<units).shuffled(by: &generator).prefix(max(1, units * 4 / 5)) {
                kept[unit] = true
            }
            return try study.filtered { kept[order?.positions[$0] ?? $0] }
        }
        // Four fifths of independent units move by √(5/4 − 1) = ½ of an error; twice that in one of twenty runs.
        return moved(.subset, answer, found, refused, allowed: Self.byChance(found.count))
    }

    /// More misses than this are less likely than one in a thousand where one in twenty misses by chance.
    private static func byChance(_ runs: Int) -> Int {
        (0...runs).first { Distribution.binomialSurvival($0, trials: runs, probability: 0.05) < 0.001 }
            ?? runs
    }

    /// Stands where at most `allowed` runs moved the answer by more than its standard error.
    private func moved(
        _ kind: Refutation.Kind,
        _ answer: Estimate,
        _ found: [Estimate],
        _ refused: Int,
        allowed: Int
    ) -> Refutation {
        let misses = found.count { abs($0.value - answer.value) > answer.standardError }
        return Refutation(
            kind: kind,
            expected: answer.value,
            found: found.map(\.value),
            standardError: answer.standardError,
            misses: misses,
            refused: refused,
            stands: found.isEmpty ? nil : misses <= allowed
        )
    }

    private func control(_ outcomes: [Double]) -> Refutation {
        let effect = (try? study.replacing(outcomes: outcomes)).flatMap { Self.answer($0, options) }
        let misses = effect.map { $0.pValue() < 0.05 ? 1 : 0 } ?? 0
        return Refutation(
            kind: .negativeControl,
            expected: 0,
            found: effect.map { [$0.value] } ?? [],
            standardError: effect?.standardError ?? .nan,
            misses: misses,
            refused: effect == nil ? 1 : 0,
            stands: effect.map { _ in misses == 0 }
        )
    }
}

extension Array {
    /// In an order that the seed decides on every machine (Fisher and Yates); `shuffled(using:)` may change.
    fileprivate func shuffled(by generator: inout SeededGenerator) -> [Element] {
        var copy = self
        for index in stride(from: copy.count - 1, to: 0, by: -1) {
            copy.swapAt(index, generator.index(below: index + 1))
        }
        return copy
    }
}
