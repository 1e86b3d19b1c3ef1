import Causal
import Statistics
import Testing

/// Data that no honest number can be given for.
struct ObservationalStudyTests {
    private static let base = [1.0, 2, 3, 4, 5, 6, 7, 9]
    private static let arms = [true, false, true, false, true, false, true, false]

    private func study(
        isTreated: [Bool] = arms,
        outcomes: [Double] = [0, 1, 1, 0, 1, 1, 0, 0],
        _ covariates: [(String, [Double])] = [("x", base)],
        clusters: [Int]? = nil
    ) throws -> ObservationalStudy {
        try ObservationalStudy(
            isTreated: isTreated,
            outcomes: outcomes,
            covariates: covariates.map { .init($0.0, $0.1) },
            clusters: clusters
        )
    }

    private func complaint(_ make: () throws -> ObservationalStudy) -> String {
        switch Result(catching: make) {
        case .success: "none"
        case .failure(let error): "\(error)"
        }
    }

    @Test func `an empty arm is refused`() {
        let none = complaint { try study(isTreated: Array(repeating: false, count: 8)) }
        let one = complaint { try study(isTreated: [true] + Array(repeating: false, count: 7)) }

        #expect(none == "0 treated and 8 untreated rows: each arm needs two")
        #expect(one == "1 treated and 7 untreated rows: each arm needs two")
    }

    @Test func `constant, collinear and doubly named columns are refused by name`() {
        let flat = complaint { try study([("x", Array(repeating: 3, count: 8))]) }
        let twice = complaint { try study([("x", Self.base), ("half", Self.base.map { $0 / 2 + 1 })]) }
        let named = complaint { try study([("x", Self.base), ("x", Self.base.map { $0 * $0 })]) }
        let still = complaint { try study(outcomes: Array(repeating: 1, count: 8)) }

        #expect(flat == "x is the same in every row, so it cannot be adjusted for")
        #expect(twice.hasSuffix("is a linear combination of the other covariates"))
        #expect(named == "two covariates are called x")
        #expect(still == "the outcome is the same in every row")
    }

    @Test func `NaN, unequal lengths and one cluster are refused`() {
        #expect(complaint { try study(outcomes: [.nan] + Array(repeating: 1, count: 7)) }.contains("finite"))
        #expect(complaint { try study([("x", [.infinity] + Self.base.dropFirst())]) }.contains("finite"))
        #expect(complaint { try study([("x", [1, 2])]) }.contains("2 values for 8 rows"))
        #expect(complaint { try study(clusters: Array(repeating: 7, count: 8)) }.hasPrefix("one cluster"))
        #expect(complaint { try study(outcomes: [1, 0]) }.contains("8 treatments for 2 outcomes"))
    }

    @Test func `separation is no overlap, not a number`() throws {
        let separated = try study(isTreated: Self.base.map { $0 > 4 })

        let error = try #require(throws: CausalError.self) { try PropensityModel(separated) }

        #expect("\(error)".contains("nobody is comparable"))
    }

    @Test func `filtered rows lose covariates that no longer vary`() throws {
        let study = try study([("x", Self.base), ("late", [0, 0, 0, 0, 0, 0, 1, 1])])
        let early = try study.filtered { $0 < 6 }

        #expect(early.rowCount == 6)
        #expect(early.covariates.map(\.name) == ["x"])
    }
}

struct MatchedEffectTests {
    /// By hand: pairs differ by 2, 0 and 4; the mean is 2, s² is 4, so the error is √(4/3).
    @Test func `pairs give the paired error`() throws {
        let study = try ObservationalStudy(
            isTreated: [true, true, true, false, false, false],
            outcomes: [3, 2, 7, 1, 2, 3],
            covariates: [.init("x", [1, 2, 3, 1.1, 2.1, 3.1])]
        )
        let matched = try MatchedEffect(
            study,
            scores: [0.1, 0.5, 0.9, 0.11, 0.51, 0.91],
            options: .init()
        )

        #expect(matched.estimate.value == 2)
        #expect(isClose(matched.estimate.standardError, (4.0 / 3).squareRoot()))
        #expect(matched.estimate.degreesOfFreedom == 2)
        #expect(matched.convention == .sets)
    }

    /// By hand: both treated use control 2 (outcome 1); differences 2 and 4, effect 3, deviations ∓1.
    ///
    /// The nearest other control has outcome 0: σ² = ½, and K² − ΣK'² = 4 − 2. V = (2 + 2 · ½) / 4.
    @Test func `a control that serves twice widens the error`() throws {
        let study = try ObservationalStudy(
            isTreated: [true, true, false, false],
            outcomes: [3, 5, 1, 0],
            covariates: [.init("x", [1, 1.2, 1.1, 5])]
        )
        let matched = try MatchedEffect(
            study,
            scores: [0.5, 0.52, 0.51, 0.1],
            options: .init(isWithReplacement: true)
        )

        #expect(matched.estimate.value == 3)
        #expect(isClose(matched.estimate.standardError, 0.75.squareRoot()))
        #expect(matched.convention == .replacement)
    }

    @Test func `exact strata are never crossed`() throws {
        let scores = [0.5, 0.6, 0.5, 0.6, 0.59, 0.1]
        let treated = [true, true, false, false, false, true]
        let matching = try NearestNeighborMatching(
            scores: scores,
            isTreated: treated,
            exactly: [1, 2, 2, 1, 2, 3]
        )

        #expect(matching.matches.map(\.treated) == [0, 1])
        #expect(matching.matches.map(\.controls) == [[3], [4]])
        #expect(throws: StatisticsError.tooFew("matches within strata", needed: 1, given: 0)) {
            try NearestNeighborMatching(
                scores: scores,
                isTreated: treated,
                exactly: [1, 1, 2, 2, 2, 1]
            )
        }
    }

    /// One cluster per row leaves the variance by set; clusters that are the sets do too.
    @Test func `clusters are taken into account both ways`() throws {
        let study = try SmallStudy.study()
        let scores = try PropensityModel(study).logits
        let plain = try MatchedEffect(study, scores: scores, options: .init(caliper: 0.5))
        let clustered = try MatchedEffect(
            SmallStudy.study(isClustered: true),
            scores: scores,
            options: .init(caliper: 0.5)
        )

        #expect(clustered.estimate.value == plain.estimate.value)
        #expect(clustered.estimate.standardError >= plain.estimate.standardError)
        #expect(clustered.convention == .setsAndClusters)
    }

    /// Exact pairs leave nothing to adjust for: one covariate, equal in each pair.
    @Test func `adjusting equal pairs changes nothing`() throws {
        let study = try ObservationalStudy(
            isTreated: [true, true, true, false, false, false],
            outcomes: [3, 2, 7, 1, 2, 3],
            covariates: [.init("x", [1, 2, 4, 1, 2, 4])]
        )
        let matched = try MatchedEffect(study, scores: [0.1, 0.5, 0.9, 0.1, 0.5, 0.9], options: .init())

        #expect(isClose(try matched.adjusted(study).value, 2))
    }

    /// Outcomes are x, and 3 more for the treated; treated rows have more of it by ½ in every pair.
    @Test func `adjusting takes off what matching left`() throws {
        let treated = (0..<40).map { $0 < 20 }
        let x = (0..<40).map { Double($0 % 20) + ($0 < 20 ? 0.5 : 0) }
        let noise = (0..<40).map { Double($0 * 7919 % 13) / 1000 }
        let study = try ObservationalStudy(
            isTreated: treated,
            outcomes: (0..<40).map { x[$0] + (treated[$0] ? 3 : 0) + noise[$0] },
            covariates: [.init("x", x)]
        )
        let matched = try MatchedEffect(study, scores: x, options: .init(caliper: 0.75))

        #expect(abs(matched.estimate.value - 3.5) < 0.02)
        #expect(abs(try matched.adjusted(study).value - 3) < 0.02)
        let again = try MatchedEffect(study, scores: x, options: .init(isWithReplacement: true))
        #expect(throws: StatisticsError.self) { try again.adjusted(study) }
    }
}
