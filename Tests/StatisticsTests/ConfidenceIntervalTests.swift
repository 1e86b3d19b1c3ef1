import Testing

@testable import Statistics

struct ConfidenceIntervalTests {
    /// Cushny and Peebles' sleep data, the paired differences of R's `sleep`.
    private static let sleep = [-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -0.8, -4.6, -1.4]

    /// Newcombe 1998, table I (81 of 263), and the reference case smalln-001 (18 of 20, statsmodels).
    @Test(arguments: [
        (81.0, 263.0, 0.2553, 0.3662, 0.00005), (18.0, 20.0, 0.6989663547715127, 0.9721335187862318, 1e-10),
    ])
    func `Wilson's interval agrees with published values`(
        successes: Double,
        trials: Double,
        low: Double,
        high: Double,
        tolerance: Double
    ) throws {
        let interval = try #require(ConfidenceInterval.wilson(successes: successes, trials: trials))

        #expect(abs(interval.low - low) <= tolerance)
        #expect(abs(interval.high - high) <= tolerance)
    }

    @Test func `Wilson's interval is bounded by 0 and 1 exactly`() throws {
        let none = try #require(ConfidenceInterval.wilson(successes: 0, trials: 20))
        let all = try #require(ConfidenceInterval.wilson(successes: 20, trials: 20))

        #expect(none.low == 0)
        #expect(all.high == 1)
        // z² / (n + z²), the closed form at zero successes.
        #expect(abs(none.high - 3.841458820694124 / 23.841458820694124) < 1e-12)
        #expect(abs(all.low - (1 - none.high)) < 1e-12)
    }

    @Test func `Wilson's interval needs trials and no more successes than those`() {
        #expect(ConfidenceInterval.wilson(successes: 0, trials: 0) == nil)
        #expect(ConfidenceInterval.wilson(successes: 3, trials: 2) == nil)
        #expect(ConfidenceInterval.wilson(successes: -1, trials: 2) == nil)
    }

    /// R's `t.test(extra ~ group, data = sleep, paired = TRUE)` prints −2.4598858 and −0.7001142.
    @Test func `the t interval agrees with R on the sleep data`() throws {
        let interval = try #require(ConfidenceInterval.studentT(of: Self.sleep))

        #expect(abs(interval.low - -2.4598858) < 5e-8)
        #expect(abs(interval.high - -0.7001142) < 5e-8)
    }

    @Test func `the t interval of equal values is a point and of one value does not exist`() throws {
        let equal = try #require(ConfidenceInterval.studentT(of: [0.5, 0.5, 0.5]))

        #expect(equal.low == 0.5 && equal.high == 0.5)
        #expect(ConfidenceInterval.studentT(of: [0.5]) == nil)
    }

    /// SciPy 1.15.3 `bootstrap(method="BCa")` with 400,000 replicates, reference case boot-001.
    @Test func `the BCa interval agrees with SciPy on the sleep data`() throws {
        let interval = try #require(
            ConfidenceInterval.bcaBootstrap(of: Self.sleep, replicates: 40_000, seed: 1)
        )

        #expect(abs(interval.low - -2.64) < 0.05)
        #expect(abs(interval.high - -1.06) < 0.03)
        #expect(interval.method == .bcaBootstrap)
    }

    @Test func `the BCa interval repeats for a seed and is undefined for equal values`() {
        let values = [0.1, 0.4, 0.4, 0.9, 1]

        let first = ConfidenceInterval.bcaBootstrap(of: values, replicates: 500, seed: 9)

        #expect(first != nil)
        #expect(first == ConfidenceInterval.bcaBootstrap(of: values, replicates: 500, seed: 9))
        #expect(ConfidenceInterval.bcaBootstrap(of: [1, 1, 1], seed: 9) == nil)
        #expect(ConfidenceInterval.bcaBootstrap(of: [1], seed: 9) == nil)
    }
}
