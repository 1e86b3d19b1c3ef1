import HarnessCore
import Testing

@testable import Scoring

@Suite struct ComparisonMetricTests {
    @Test(arguments: ["pass@1", "pass@10", "pass^5", "cases", "edit", "syntax", "hallucination"])
    func `a metric is read by the name it prints`(name: String) {
        #expect(ComparisonMetric(name: name)?.name == name)
    }

    @Test(arguments: ["pass@0", "pass@", "pass@-1", "pass@1x", "passes", "", "pass@99999999999999999999"])
    func `anything else is no metric`(name: String) {
        #expect(ComparisonMetric(name: name) == nil)
    }

    @Test func `the variance of pass@2 is that of the estimator over the binomial`() throws {
        // Summed with NumPy for two of five, times 5/4.
        let task = ArmTask(taskID: "t", judged: 5, passed: 2)

        #expect(try #require(ComparisonMetric.passAt(2).samplingVariance(of: task)).isClose(to: 0.0936))
        #expect(try #require(ComparisonMetric.passAt(1).samplingVariance(of: task)).isClose(to: 0.06))
    }

    @Test func `families count their own modes`() throws {
        let task = ArmTask(
            taskID: "t",
            judged: 10,
            passed: 5,
            failures: [.parseError: 1, .truncated: 1, .wrongValue: 3]
        )

        #expect(try #require(ComparisonMetric.failures(.syntax).value(of: task)).isClose(to: 0.2))
        #expect(ComparisonMetric.failures(.runtime).value(of: task) == 0)
        let foreign = ArmTask(taskID: "t", judged: 10, passed: 5)
        #expect(ComparisonMetric.failures(.syntax).value(of: foreign) == nil, "nobody said why it failed")
    }

    @Test func `moments give mean and variance`() throws {
        // 0.25, 0.5 and 0.75: variance 1/16.
        let moments = SampleMoments(count: 3, sum: 1.5, squares: 0.0625 + 0.25 + 0.5625)

        #expect(moments.mean == 0.5)
        #expect(try #require(moments.variance).isClose(to: 0.0625))
        #expect(SampleMoments(count: 1, sum: 1, squares: 1).variance == nil)
    }
}
