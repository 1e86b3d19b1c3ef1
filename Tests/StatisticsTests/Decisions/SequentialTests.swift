import Foundation
import Testing

@testable import Statistics

struct AlwaysValidTests {
    /// The p-value is α where the interval's bound touches zero, by the duality of both.
    @Test func `interval and p-value are two faces of one likelihood ratio`() throws {
        let anytime = try AlwaysValid(tau: 0.05)
        let estimate = try Estimate(value: 0.08, standardError: 0.02)
        let interval = anytime.interval(of: estimate, level: 0.9)

        #expect(isClose(anytime.pValue(of: estimate, against: interval.low), 0.1, 1e-9))
        #expect(isClose(anytime.pValue(of: estimate, against: interval.high), 0.1, 1e-9))
    }

    /// The interval's half width over the standard error: 25e-4/4e-4 is the tuning of the case below.
    @Test func `the critical value is where the p-value falls to alpha`() throws {
        let critical = AlwaysValid.criticalValue(alpha: 0.03, tuning: 6.25)
        let estimate = try Estimate(value: critical * 0.02, standardError: 0.02)

        #expect(isClose(try AlwaysValid(tau: 0.05).pValue(of: estimate), 0.03, 1e-9))
    }

    /// By hand from Johari and others (2017): V = 4e-4, τ² = 25e-4.
    @Test func `the half width follows the closed form`() throws {
        let estimate = try Estimate(value: 0, standardError: 0.02)
        let half = try AlwaysValid(tau: 0.05).interval(of: estimate).high
        let expected = (4e-4 * 29e-4 / 25e-4 * (2 * log(20.0) + log(29.0 / 4))).squareRoot()

        #expect(isClose(half, expected))
        #expect(half > estimate.interval().high)
    }

    @Test func `tuning makes the interval narrowest near the planned size`() throws {
        func half(tunedFor units: Double) throws -> Double {
            let estimate = try Estimate(value: 0, standardError: 1 / (1000.0).squareRoot())
            return try AlwaysValid(tunedFor: units, deviation: 1).interval(of: estimate).high
        }

        #expect(try half(tunedFor: 1000) < half(tunedFor: 200))
        #expect(try half(tunedFor: 1000) < half(tunedFor: 5000))
    }

    /// 400 walks of 500 looks under no effect: at most 5 % may ever exclude zero (here fewer: 500 looks).
    @Test func `peeking at every step keeps the level, an ordinary interval does not`() throws {
        var generator = SeededGenerator(seed: 11)
        let anytime = try AlwaysValid(tunedFor: 250, deviation: 1)
        var (alarms, ordinary) = (0, 0)
        for _ in 0..<400 {
            var sum = 0.0
            var (hasLeft, hasCrossed) = (false, false)
            for look in 1...500 {
                let uniform = (Double(generator.next() >> 11) + 0.5) * 0x1p-53
                sum += Distribution.normalQuantile(uniform)
                let estimate = try Estimate(
                    value: sum / Double(look),
                    standardError: 1 / Double(look).squareRoot()
                )
                if anytime.pValue(of: estimate) < 0.05 { hasLeft = true }
                if look >= 10, abs(estimate.statistic()) > 1.96 { hasCrossed = true }
            }
            if hasLeft { alarms += 1 }
            if hasCrossed { ordinary += 1 }
        }

        #expect(alarms <= 30)
        #expect(ordinary > 120)
    }
}

/// Jennison and Turnbull 2000, tables 2.1 and 2.3; Lan and DeMets' bounds as R's `ldbounds` prints them.
struct GroupSequentialTests {
    private static let five = [0.2, 0.4, 0.6, 0.8, 1]

    @Test func `classical bounds for five looks are the published ones`() throws {
        let pocock = try GroupSequential(classical: .pocock, times: Self.five)
        let fleming = try GroupSequential(classical: .obrienFleming, times: Self.five)

        #expect(pocock.bounds.allSatisfy { abs($0 - 2.413) < 0.001 })
        #expect(abs(fleming.bounds[4] - 2.040) < 0.001)
        #expect(abs(fleming.bounds[0] - 4.562) < 0.002)
    }

    @Test func `spending bounds for five looks are the published ones`() throws {
        let bounds = try GroupSequential(times: Self.five, spending: .obrienFleming).bounds
        let published = [4.8769, 3.3569, 2.6803, 2.2898, 2.0310]

        for (bound, expected) in zip(bounds, published) { #expect(abs(bound - expected) < 0.0006) }
    }

    @Test(arguments: GroupSequential.Spending.allCases)
    func `all looks together spend alpha`(spending: GroupSequential.Spending) throws {
        let times = [0.3, 0.5, 0.9, 1]
        let bounds = try GroupSequential(times: times, alpha: 0.01, spending: spending).bounds
        let spent = try GroupSequential.crossingProbability(times: times, bounds: bounds, drift: 0)

        // Crossing both sides in turn counts twice in the recursion of one side: below 1e-5.
        #expect(abs(spent - 0.01) < 2e-5)
    }

    @Test func `one look is the ordinary test and its drift gives the power`() throws {
        let single = try GroupSequential(times: [1], spending: .pocock)
        let power = try GroupSequential.crossingProbability(
            times: [1],
            bounds: single.bounds,
            drift: 2.8015852
        )

        #expect(isClose(single.bounds[0], 1.959963984540054, 1e-7))
        #expect(abs(power - 0.8) < 1e-5)
    }

    @Test func `times that do not rise are refused`() {
        #expect(throws: StatisticsError.self) { try GroupSequential(times: [0.5, 0.4], spending: .pocock) }
        #expect(throws: StatisticsError.self) { try GroupSequential(times: [0.5, 1.1], spending: .pocock) }
        #expect(throws: StatisticsError.self) { try GroupSequential(times: [], spending: .pocock) }
    }
}

struct BayesTests {
    /// SciPy 1.17 `quad` of beta densities: Beta(6, 14) against Beta(13, 9).
    @Test func `two proportions agree with quadrature`() throws {
        let comparison = try BetaBinomialComparison(
            TwoProportions(Proportion(5, of: 18), Proportion(12, of: 20))
        )

        #expect(isClose(comparison.probabilitySecondIsBetter, 0.9746599673136405, 1e-9))
        #expect(isClose(comparison.lossOfFirst, 0.29238034647785316, 1e-8))
        #expect(isClose(comparison.lossOfSecond, 0.0014712555687622835, 1e-8))
        // E max(d, 0) − E max(−d, 0) = E d.
        #expect(isClose(comparison.lossOfFirst - comparison.lossOfSecond, comparison.meanDifference, 1e-9))
    }

    @Test func `equal data are a coin toss`() throws {
        let data = try Proportion(3, of: 10)
        let comparison = try BetaBinomialComparison(TwoProportions(data, data))

        #expect(isClose(comparison.probabilitySecondIsBetter, 0.5, 1e-9))
    }

    /// Conjugate normal, precisions add: 1/.2² = 25, 1/.1² = 100 → mean .3·25/125, sd 1/√125.
    @Test func `a normal prior draws towards its mean`() throws {
        let estimate = try Estimate(value: 0.3, standardError: 0.2)
        let flat = try NormalPosterior(of: estimate)
        let posterior = try NormalPosterior(of: estimate, priorDeviation: 0.1)

        #expect(isClose(flat.probability(), 0.9331927987311419))
        #expect(isClose(posterior.mean, 0.06))
        #expect(isClose(posterior.standardDeviation, 1 / (125.0).squareRoot()))
        #expect(isClose(flat.expectedLossOfHolding - flat.expectedLossOfShipping, 0.3))
        #expect(throws: StatisticsError.self) { try NormalPosterior(of: estimate, priorDeviation: 0) }
    }
}
