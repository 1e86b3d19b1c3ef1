import Statistics
import Testing

@testable import Causal

/// NumPy 2.4 from the definitions: projections, k-class, n R².
struct InstrumentalVariablesTests {
    private static let z1 = [
        -1.7, -1.3, -1.4, -0.4, -2.3, -0.2, -1, 0.9, 1, 1.4, 0.8, -0.1, 0.9, 1.5, -0.7, 0.6, 0, 1.4, -0.8,
        -0.3, 0.4,
        0.3, -1.6, 0.4, -0.1, -0.2, -0.2, 0.2, -1.8, 1.6,
    ]
    private static let z2 = [
        -0.9, -2.2, -0.1, 1.5, -0.5, 1.6, 1.6, -0.9, -2.5, -1.2, 1.2, -0.8, -1.5, -1.3, 0, 0, 0.9, 1, -0.9,
        -0.2,
        -1.1, 0.1, -1.2, -1.2, 2.1, 0, 0.6, 2.5, 0.8, -0.1,
    ]
    private static let w = [
        0.1, -0.7, 1.1, -0.3, 1.8, -0.3, -0.4, -0.4, 0.6, 0.2, 1.4, -0.6, 0.3, 1.9, -0.2, 0.5, 1.6, 0.6, -0.6,
        -2.1,
        2.4, 0.4, 1.3, -0.5, 1.8, 0.5, 0, -0.9, 0.4, -0.5,
    ]
    private static let x = [
        -2, -3.97, -1.33, 0.5, -2.8, 0.62, 0.54, -0.16, -0.89, -0.04, 2.6, -2.19, -0.24, 0.7, -0.48, 0.56,
        -0.18,
        3.84, -1.09, -2.31, -0.4, 0.51, -0.88, -1.77, 2.22, -1.38, -0.65, 1.99, 0.78, 1,
    ]
    private static let y = [
        -0.82, -2.49, -1.4, 1.77, -2.81, 2.13, 2.35, 0.61, -0.18, -0.29, 3.61, -2.16, -0.04, 0.13, 0.91, 1.48,
        -0.98,
        5.86, 1.14, -1.17, -1.62, 1.75, 0.61, -2.44, 2.05, -1.47, -0.94, 3.27, 2.23, 2.02,
    ]

    private func model(_ instruments: [[Double]] = [z1, z2]) throws -> InstrumentalVariables {
        try InstrumentalVariables(
            response: Self.y,
            exogenous: [Self.w],
            endogenous: [Self.x],
            instruments: instruments
        )
    }

    @Test func `two stages agree`() throws {
        let fit = try model().twoStage()
        let errors = try (0..<3).map { try fit.estimate($0).standardError }

        #expect(areClose(fit.coefficients, [0.81654839, -0.46719913, 1.01373623], 1e-8))
        #expect(areClose(errors, [0.15927306, 0.1546431, 0.10496935], 1e-7))
    }

    @Test func `limited information agrees`() throws {
        let found = try model().limitedInformation()

        #expect(isClose(found.kappa, 1.1331566617521922, 1e-9))
        #expect(areClose(found.fit.coefficients, [0.80580442, -0.45521194, 0.9833537], 1e-8))
    }

    @Test func `diagnostics agree`() throws {
        #expect(isClose(try model().sargan().statistic, 3.60436305778348, 1e-9))
        #expect(isClose(try model().firstStage().statistic, 46.3431299456669, 1e-9))
        #expect(isClose(try model().wuHausman().statistic, 27.822603601539807, 1e-9))
        #expect(isClose(try model().wuHausman().pValue, 1.6298946246119328e-05, 1e-8))
    }

    @Test func `a just identified model is one estimate by all roads`() throws {
        let single = try model([Self.z1])
        let stages = try single.twoStage().coefficients

        #expect(areClose(try single.limitedInformation().fit.coefficients, stages, 1e-8))
        let moments = try single.generalizedMoments()
        #expect(areClose(moments.fit.coefficients, stages, 1e-8))
        #expect(moments.overidentification == nil)
        #expect(throws: StatisticsError.tooFew("instruments", needed: 2, given: 1)) { try single.sargan() }
    }

    /// linearmodels 7.1 with `debiased`; statsmodels 0.15 for the sets, their bounds by SciPy's `brentq`.
    @Test func `robust and clustered errors agree`() throws {
        let clusters = (0..<30).map { $0 / 3 }
        let robust = try model().effect(errors: .hc1)
        let clustered = try model().effect(errors: .clustered(clusters))

        #expect(isClose(robust.value, 1.01373623, 1e-8))
        #expect(isClose(robust.standardError, 0.10066501309213699, 1e-9))
        #expect(isClose(clustered.standardError, 0.08260790956559633, 1e-9))
        #expect(clustered.degreesOfFreedom == 9)
        let stage = try model().robustFirstStage(errors: .clustered(clusters))
        #expect(isClose(stage.statistic, 126.34982085830966, 1e-8))
        #expect(isClose(try model().robustFirstStage(errors: .classical).statistic, 46.3431299456669, 1e-8))
    }

    static let sets: [(both: Bool, errors: LinearRegression.StandardErrors, bounds: [Double], f: Double)] = [
        (true, .classical, [0.7564511993103575, 1.1482500652107], 13.888636077491665),
        (true, .hc1, [0.9377917874166619, 1.0430873586667184], 16.210175300636696),
        (
            true, .clustered((0..<30).map { $0 / 3 }), [0.8702181157647658, 1.1523086213205123],
            31.672204229671337
        ),
        (false, .classical, [-0.36350040190967314, 1.081472194465351], 2.9949259933735797),
        (false, .hc1, [-0.47615294868011265, 1.0605969435509772], 2.8366773572955655),
    ]

    @Test(arguments: sets.indices)
    func `what the instruments do not reject agrees`(index: Int) throws {
        let (both, errors, bounds, f) = Self.sets[index]
        let model = try model(both ? [Self.z1, Self.z2] : [Self.z1])
        let set = try model.andersonRubin(errors: errors)
        let interval = try #require(set.interval)

        #expect(areClose([interval.lowerBound, interval.upperBound], bounds, 1e-8))
        #expect(isClose(try model.andersonRubinTest(errors: errors).statistic, f, 1e-8))
        #expect(set.contains((bounds[0] + bounds[1]) / 2) && !set.contains(bounds[1] + 0.01))
    }

    /// Values that have nothing to do with the treatment: its first stage has F = .85, and far effects are kept.
    @Test func `a weak instrument leaves rays, not an interval`() throws {
        let noise = [
            0, 0.82, 1.5, 1.91, 1.98, 1.71, 1.13, 0.35, -0.49, -1.24, -1.78, -2, -1.87, -1.4, -0.7, 0.14,
            0.94,
            1.59, 1.95, 1.96, 1.63, 1.02, 0.22, -0.62, -1.34, -1.83, -2, -1.81, -1.3, -0.57,
        ]
        let model = try model([noise])
        let set = try model.andersonRubin()

        #expect(isClose(try model.firstStage().statistic, 0.8516819569235299, 1e-8))
        #expect(set.interval == nil)
        #expect(set.ranges.count == 2)
        #expect(
            areClose([set.ranges[0].upperBound, set.ranges[1].lowerBound], [1.070610844, 1.939514836], 1e-6)
        )
        #expect(set.ranges[0].lowerBound == -.infinity && set.ranges[1].upperBound == .infinity)
    }

    @Test func `no instrument and one that repeats another are refused`() {
        #expect(throws: StatisticsError.tooFew("instruments", needed: 1, given: 0)) { try model([]) }
        #expect(throws: StatisticsError.self) { try model([Self.z1, Self.z1.map { $0 * 3 }]).twoStage() }
    }
}

struct NearestNeighborMatchingTests {
    private static let scores = [0.9, 0.5, 0.88, 0.52, 0.1, 0.5]
    private static let isTreated = [true, true, false, false, false, false]

    /// By hand: .9 takes .88; .5 takes row 5 at distance 0.
    @Test func `each takes the nearest and ties go to the lower row`() throws {
        let plain = try NearestNeighborMatching(scores: Self.scores, isTreated: Self.isTreated)
        let tie = try NearestNeighborMatching(
            scores: [0.5, 0.6, 0.4, 0.4],
            isTreated: [true, false, false, false],
            options: .init(isWithReplacement: true, ratio: 2)
        )

        #expect(plain.matches == [.init(treated: 0, controls: [2]), .init(treated: 1, controls: [5])])
        // .6 and .4 are equally far but for rounding: 0.6 − 0.5 < 0.5 − 0.4.
        #expect(tie.matches[0].controls.count == 2)
        #expect(try plain.effectOnTreated([5, 4, 1, 0, 0, 2]) == 3)
    }

    @Test func `a control serves once unless it may serve again`() throws {
        let scores = [0.8, 0.79, 0.78, 0.2]
        let isTreated = [true, true, false, false]
        let once = try NearestNeighborMatching(scores: scores, isTreated: isTreated)
        let again = try NearestNeighborMatching(
            scores: scores,
            isTreated: isTreated,
            options: .init(isWithReplacement: true)
        )

        #expect(once.matches.map(\.controls) == [[2], [3]])
        #expect(again.matches.map(\.controls) == [[2], [2]])
        #expect(again.weights(count: 4) == [1, 1, 2, 0])
        #expect(again.effectiveControls(count: 4) == 1)
    }

    @Test func `a caliper leaves units out, and one that leaves all out is refused`() throws {
        func matching(_ caliper: Double) throws -> NearestNeighborMatching {
            try NearestNeighborMatching(
                scores: [0.8, 0.4, 0.75, 0.1],
                isTreated: [true, true, false, false],
                options: .init(caliper: caliper)
            )
        }

        #expect(try matching(0.1).matches.map(\.treated) == [0])
        #expect(throws: StatisticsError.tooFew("matches within the caliper", needed: 1, given: 0)) {
            try matching(0.01)
        }
        #expect(throws: StatisticsError.tooFew("controls", needed: 1, given: 0)) {
            try NearestNeighborMatching(scores: [1, 2], isTreated: [true, true])
        }
    }

    /// Against a search through all controls.
    @Test(arguments: [true, false])
    func `the fast search finds what the plain one does`(isWithReplacement: Bool) throws {
        var generator = SeededGenerator(seed: 3)
        let scores = (0..<300).map { _ in Double(generator.index(below: 60)) / 60 }
        let isTreated = (0..<300).map { $0 % 3 == 0 }
        let found = try NearestNeighborMatching(
            scores: scores,
            isTreated: isTreated,
            options: .init(isWithReplacement: isWithReplacement)
        )
        var free = scores.indices.filter { !isTreated[$0] }
        var expected: [Int: Int] = [:]
        for unit in scores.indices.filter({ isTreated[$0] }).sorted(by: {
            (-scores[$0], $0) < (-scores[$1], $1)
        }) {
            let best = try #require(
                free.min { (abs(scores[$0] - scores[unit]), $0) < (abs(scores[$1] - scores[unit]), $1) }
            )
            expected[unit] = best
            if !isWithReplacement { free.removeAll { $0 == best } }
        }

        #expect(found.matches.allSatisfy { $0.controls == [expected[$0.treated] ?? -1] })
        #expect(found.matches.count == 100)
    }

    @Test func `balance is the difference over the treated deviation`() throws {
        let difference = try Balance.standardizedDifference(
            [1, 3, 0, 0],
            isTreated: [true, true, false, false]
        )

        #expect(isClose(difference, 2 / (2.0).squareRoot()))
        #expect(throws: StatisticsError.noVariation("covariate among the treated")) {
            try Balance.standardizedDifference([1, 1, 0, 2], isTreated: [true, true, false, false])
        }
    }
}

struct SensitivityTests {
    /// VanderWeele and Ding 2017: 3.9 (1.8, 8.7) → 7.26 and 3.0; 0.80 (0.71, 0.91) → 1.81 and 1.43.
    @Test(arguments: [(3.9, 1.8, 8.7, 7.26, 3.0), (0.8, 0.71, 0.91, 1.81, 1.43)])
    func `E-values are the published ones`(
        ratio: Double,
        low: Double,
        high: Double,
        value: Double,
        bound: Double
    ) throws {
        let interval = ConfidenceInterval(low: low, high: high, level: 0.95, method: .normal)

        #expect(abs(try Sensitivity.eValue(riskRatio: ratio) - value) < 0.005)
        #expect(abs(try Sensitivity.eValue(of: interval) - bound) < 0.005)
    }

    @Test func `an interval around one needs no hidden cause`() throws {
        let interval = ConfidenceInterval(low: 0.9, high: 1.3, level: 0.95, method: .normal)

        #expect(try Sensitivity.eValue(of: interval) == 1)
        #expect(throws: StatisticsError.self) { try Sensitivity.eValue(riskRatio: 0) }
    }

    /// Rosenbaum 2002, section 4.3.2: below .03 at Γ = 5 and about .1 at 6, for 110 of 122 pairs.
    @Test func `Rosenbaum's bounds on smoking are the published ones`() throws {
        func bound(_ gamma: Double) throws -> Double {
            try Sensitivity.rosenbaumBound(discordant: 122, treatedOnly: 110, gamma: gamma)
        }

        #expect(try bound(5) < 0.03)
        #expect(abs(try bound(6) - 0.1) < 0.01)
        #expect(throws: StatisticsError.self) { try bound(0.5) }
    }
}
