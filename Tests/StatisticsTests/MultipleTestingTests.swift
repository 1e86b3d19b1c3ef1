import Testing

@testable import Statistics

struct MultipleTestingTests {
    /// The 15 p-values of Benjamini and Hochberg 1995, out of order; adjusted by statsmodels 0.15.
    private static let pValues = [
        0.0344, 0.0004, 0.0019, 1, 0.0201, 0.0278, 0.0298, 0.0001, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
        0.759, 0.0095,
    ]

    /// Their paper: 3 rejections by Bonferroni and Hochberg, 4 by their own procedure.
    @Test(arguments: [
        (MultipleTesting.bonferroni, 3), (.holm, 3), (.hochberg, 3), (.hommel, 3), (.benjaminiHochberg, 4),
        (.benjaminiYekutieli, 3), (.sidak, 3), (.holmSidak, 3),
    ])
    func `the published example has its published rejections`(method: MultipleTesting, count: Int) throws {
        let adjusted = try method.adjust(Self.pValues)

        #expect(adjusted.count { $0 <= 0.05 } == count)
    }

    @Test func `adjusted values stand where their p-values stood`() throws {
        #expect(areClose(try MultipleTesting.holm.adjust([0.04, 0.01, 0.03]), [0.06, 0.03, 0.06]))
        #expect(areClose(try MultipleTesting.hochberg.adjust([0.04, 0.01, 0.03]), [0.04, 0.03, 0.04]))
        #expect(
            areClose(try MultipleTesting.benjaminiHochberg.adjust([0.04, 0.01, 0.03]), [0.04, 0.03, 0.04])
        )
    }

    @Test func `p-values near zero keep their digits`() throws {
        #expect(isClose(try MultipleTesting.sidak.adjust([1e-200, 0.5])[0], 2e-200))
        #expect(isClose(try MultipleTesting.holm.adjust([1e-200, 0.5])[0], 2e-200))
    }

    @Test(arguments: MultipleTesting.allCases)
    func `no test, one test and equal tests are no special cases`(method: MultipleTesting) throws {
        #expect(try method.adjust([]).isEmpty)
        #expect(areClose(try method.adjust([0.03]), [0.03]))
        #expect(try method.adjust([1, 1, 1]) == [1, 1, 1])
        #expect(try method.adjust([0, 0.5])[0] == 0)
    }

    @Test(arguments: MultipleTesting.allCases)
    func `what is no p-value is refused`(method: MultipleTesting) {
        #expect(throws: StatisticsError.notFinite("p-values")) { try method.adjust([0.1, .nan]) }
        #expect(throws: StatisticsError.outOfRange("p-values", rule: "in [0, 1]")) {
            try method.adjust([1.2])
        }
    }
}
