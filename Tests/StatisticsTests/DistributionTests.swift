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
