import Statistics
import Testing

@testable import Scoring

struct TaskMeanTests {
    @Test func `one sample per task gives Wilson's interval`() throws {
        let values = Array(repeating: 1.0, count: 18) + [0, 0]

        let mean = try #require(TaskMean(of: values))

        #expect(mean.value == 0.9)
        #expect(mean.tasks == 20)
        #expect(mean.interval.method == .wilson)
        // Reference case smalln-001, computed with statsmodels.
        #expect(abs(mean.interval.low - 0.6989663547715127) < 1e-10)
        #expect(abs(mean.interval.high - 0.9721335187862318) < 1e-10)
    }

    @Test func `many tasks with varied values give the t interval`() throws {
        let values = (0..<110).map { Double($0 % 11) / 10 }

        let mean = try #require(TaskMean(of: values))

        // The variance of 0, 0.1 … 1 is 0.1; t(0.975, 109) is 1.98197 in tables.
        let error = (0.1 * 110 / 109 / 110).squareRoot()
        #expect(abs(mean.value - 0.5) < 1e-12)
        #expect(mean.interval.method == .studentT)
        #expect(abs(mean.interval.high - (0.5 + 1.98197 * error)) < 1e-6)
    }

    @Test func `few tasks with varied values give the bootstrap`() throws {
        let values = (0..<30).map { Double($0 % 10) / 10 }

        let mean = try #require(TaskMean(of: values, seed: 1))

        #expect(mean.interval.method == .bcaBootstrap)
        #expect(mean.interval.low > 0.3 && mean.interval.low < mean.value)
        #expect(mean.interval.high < 0.6 && mean.interval.high > mean.value)
        #expect(mean == TaskMean(of: values, seed: 1))
    }

    @Test(arguments: [
        [0.3], [0.5, 0.5, 0.5], [1, 1, 0.9], Array(repeating: 1.0, count: 60) + [0.5],
        Array(repeating: 1.0, count: 100), Array(repeating: 0.0, count: 3), [1],
    ])
    func `values that tell little give a wide interval that holds the mean`(values: [Double]) throws {
        let mean = try #require(TaskMean(of: values))

        #expect(mean.interval.method == .wilson)
        #expect(mean.interval.low >= 0 && mean.interval.high <= 1)
        #expect(mean.interval.low <= mean.value && mean.value <= mean.interval.high)
        #expect(mean.interval.low < mean.interval.high)
    }

    @Test func `no values and values outside the unit interval have no mean`() {
        #expect(TaskMean(of: []) == nil)
        #expect(TaskMean(of: [0.5, 1.2]) == nil)
        #expect(TaskMean(of: [0.5, .nan]) == nil)
    }

    /// Ten samples of each task; a task's pass rate is the root of a uniform number, whose mean is 2/3.
    @Test(arguments: [5, 15, 40, 80])
    func `the interval covers the true mean about as often as it says`(tasks: Int) throws {
        var generator = SeededGenerator(seed: UInt64(tasks))
        var covered = 0
        for round in 0..<300 {
            let values = (0..<tasks).map { _ in
                let rate = generator.uniform().squareRoot()
                return Double((0..<10).count { _ in generator.uniform() < rate }) / 10
            }
            let interval = try #require(TaskMean(of: values, seed: UInt64(round), replicates: 300)).interval
            if interval.low <= 2.0 / 3, 2.0 / 3 <= interval.high { covered += 1 }
        }

        // 0.95 less three standard deviations of a share of 300.
        #expect(Double(covered) / 300 >= 0.912)
    }
}

extension SeededGenerator {
    fileprivate mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}
