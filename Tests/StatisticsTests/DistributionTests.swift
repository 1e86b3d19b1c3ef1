import Foundation
import Testing

@testable import Statistics

/// Expected values: SciPy 1.15.3 `norm.ppf` and `t.ppf`, as printed in the reference case dist-001.
struct DistributionTests {
    @Test(arguments: [
        (0.975, 1.959963984540054), (0.5, 0.0), (1e-12, -7.034483825301131), (0.999999999, 5.997807019601637),
    ])
    func `the normal quantile agrees with SciPy`(probability: Double, expected: Double) {
        #expect(abs(Distribution.normalQuantile(probability) - expected) <= 1e-12 * max(1, abs(expected)))
    }

    @Test(arguments: [
        (0.975, 5.0, 2.570581835636314), (0.975, 12.3, 2.1729334817559485), (0.9995, 2.0, 31.599054577041514),
        (0.975, 1e6, 1.9599663568141066),
    ])
    func `the t quantile agrees with SciPy`(probability: Double, degrees: Double, expected: Double) {
        let quantile = Distribution.studentTQuantile(probability, degreesOfFreedom: degrees)

        #expect(abs(quantile - expected) <= 1e-10 * expected)
    }

    @Test(arguments: [0.025, 0.31, 0.5, 0.9, 0.9999])
    func `the cumulative normal undoes the quantile`(probability: Double) {
        let quantile = Distribution.normalQuantile(probability)

        #expect(abs(Distribution.normalCumulative(quantile) - probability) < 1e-14)
    }

    @Test(arguments: [0, 1, -0.5, 1.5, Double.nan, .infinity])
    func `a probability outside the domain gives NaN`(probability: Double) {
        #expect(Distribution.normalQuantile(probability).isNaN)
        #expect(Distribution.studentTQuantile(probability, degreesOfFreedom: 5).isNaN)
    }

    @Test(arguments: [0, -1, Double.nan, .infinity])
    func `degrees of freedom outside the domain give NaN`(degrees: Double) {
        #expect(Distribution.studentTQuantile(0.975, degreesOfFreedom: degrees).isNaN)
    }
}

/// Upper tails: mpmath 1.3 at 40 digits (reference case dist-001); logarithms: SciPy 1.17 `norm.logsf`.
struct DistributionTailTests {
    @Test(arguments: [
        (5.0, 2.8665157187919391e-7), (10, 7.6198530241605261e-24), (30, 4.9067139271481871e-198),
    ])
    func `the normal tail keeps its digits`(z: Double, expected: Double) {
        #expect(isClose(Distribution.normalSurvival(z), expected, 1e-12))
    }

    @Test(arguments: [(5.0, -15.064998393988727), (35, -616.9751012619225), (1000, -500007.8266948122)])
    func `the logarithm of the normal tail goes on where the tail is zero`(z: Double, expected: Double) {
        #expect(isClose(Distribution.normalLogSurvival(z), expected, 1e-13))
    }

    @Test func `tails of t, chi-squared and F keep their digits`() {
        #expect(isClose(Distribution.studentTSurvival(40, degreesOfFreedom: 12), 1.9256147903860169e-14))
        #expect(isClose(Distribution.chiSquaredSurvival(1000, degreesOfFreedom: 3), 1.7994208765314477e-216))
        #expect(isClose(Distribution.fSurvival(200, numerator: 4, denominator: 40), 7.2057121045036904e-26))
    }

    /// Closed forms: t with 2 degrees 1/(r (r + x)) with r = √(x² + 2), F with 2 over d (1 + 2x/d)^(−d/2), χ² with
    /// 2 degrees e^(−x/2), all of n trials p^n, and a normal tail by Laplace's continued fraction.
    @Test func `tails down to 1e-200 follow closed forms`() throws {
        let root = (1e200 + 2).squareRoot()
        #expect(
            isClose(Distribution.studentTSurvival(1e100, degreesOfFreedom: 2), 1 / (root * (root + 1e100)))
        )
        #expect(
            isClose(Distribution.fSurvival(1e10, numerator: 2, denominator: 40), pow(1 + 5e8, -20), 1e-12)
        )
        #expect(
            isClose(Distribution.fSurvival(1e20, numerator: 2, denominator: 20), pow(1e19 + 1, -10), 1e-12)
        )
        #expect(isClose(Distribution.chiSquaredSurvival(921, degreesOfFreedom: 2), exp(-460.5), 1e-12))
        #expect(
            isClose(
                Distribution.binomialSurvival(199, trials: 200, probability: 0.1),
                1e-200,
                1e-11
            )
        )
        let fraction = (1...60).reversed().reduce(30.2) { 30.2 + Double($1) / $0 }
        let density = exp(-30.2 * 30.2 / 2) / (2 * Double.pi).squareRoot()
        #expect(isClose(Distribution.normalSurvival(30.2), density / fraction, 1e-12))
        // What is built on tails keeps them: no p-value is 1 minus something.
        let far = try Estimate(value: -30.2, standardError: 1)
        #expect(isClose(far.pValue(), 2 * density / fraction, 1e-12))
        let test = try TwoProportions(Proportion(1000, of: 5000), Proportion(2600, of: 5000)).pooledZ()
        #expect(test.pValue > 0 && test.pValue < 1e-200)
    }

    @Test func `infinite arguments have the limits and NaN stays NaN`() {
        #expect(Distribution.studentTSurvival(.infinity, degreesOfFreedom: 3) == 0)
        #expect(Distribution.studentTSurvival(-.infinity, degreesOfFreedom: 3) == 1)
        #expect(Distribution.chiSquaredSurvival(.infinity, degreesOfFreedom: 3) == 0)
        #expect(Distribution.chiSquaredSurvival(-1, degreesOfFreedom: 3) == 1)
        #expect(Distribution.fSurvival(.nan, numerator: 1, denominator: 1).isNaN)
        #expect(Distribution.noncentralTCumulative(1, degreesOfFreedom: -1, noncentrality: 0).isNaN)
    }

    /// SciPy 1.17 `hypergeom.pmf(7, 1000, 137, 50)` and `pmf(2, 20, 5, 7)`.
    @Test func `the hypergeometric probability agrees with SciPy and with its support`() {
        let exact = Distribution.hypergeometricProbability(2, total: 20, marked: 5, drawn: 7)

        #expect(isClose(exact, 0.38738390092879255, 1e-13))
        #expect(
            abs(Distribution.hypergeometricProbability(7, total: 1000, marked: 137, drawn: 50) - 0.16454955)
                < 5e-9
        )
        #expect(Distribution.hypergeometricProbability(6, total: 20, marked: 5, drawn: 7) == 0)
        #expect(Distribution.hypergeometricProbability(5, total: 20, marked: 5, drawn: 20) == 1)
    }
}
