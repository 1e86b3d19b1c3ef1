import Foundation

/// The share still unfinished over time, where some are only known to have lasted so long.
///
/// Kaplan and Meier 1958. Censoring must have nothing to do with the time that would have followed.
package struct KaplanMeier: Sendable, Hashable {
    package struct Step: Sendable, Hashable {
        /// A time at which something ended.
        package var time: Double
        package var atRisk: Int
        package var events: Int
        /// The share that lasts longer than `time`.
        package var survival: Double
        /// Greenwood's (1926).
        package var standardError: Double
    }

    package let steps: [Step]

    /// `times[i]` is when unit i ended (`hasEnded[i]`) or was last seen; at equal times ends come first.
    ///
    /// - Throws: `.tooFew` without units, `.outOfRange` for negative times, `.noVariation` where none ended.
    package init(times: [Double], hasEnded: [Bool]) throws(StatisticsError) {
        try Require.sameLength(times.count, hasEnded.count, "times and ends")
        try Require.finite(times, "times")
        try Require.holds(times.allSatisfy { $0 >= 0 }, "times", rule: "at least 0")
        guard hasEnded.contains(true) else { throw .noVariation("ends: every unit is censored") }
        let counts = RiskCounts(times: times, hasEnded: hasEnded)
        var survival = 1.0
        var sum = 0.0
        steps = counts.points.filter { $0.events > 0 }.map { point in
            let (risk, events) = (Double(point.atRisk), Double(point.events))
            survival *= 1 - events / risk
            sum += events / (risk * (risk - events))
            return Step(
                time: point.time,
                atRisk: point.atRisk,
                events: point.events,
                survival: survival,
                standardError: survival > 0 ? survival * sum.squareRoot() : 0
            )
        }
    }

    /// The share that lasts longer than `time`.
    package func survival(at time: Double) -> Double {
        steps.last { $0.time <= time }?.survival ?? 1
    }

    /// The first time by which half have ended; nil where fewer than half did.
    package var median: Double? { steps.first { $0.survival <= 0.5 + 1e-12 }?.time }

    /// The interval of the median by Brookmeyer and Crowley (1982), on the log-log scale.
    ///
    /// An upper bound that the data do not reach is infinite.
    ///
    /// - Throws: `.outOfRange` for a level outside (0, 1).
    package func medianInterval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        try Require.openUnit(level, "level")
        let z = Distribution.normalQuantile((1 + level) / 2)
        func bound(_ step: Step, isUpper: Bool) -> Double {
            guard step.survival > 0, step.survival < 1 else { return step.survival }
            let centre = log(-log(step.survival))
            let error = step.standardError / (step.survival * abs(log(step.survival)))
            return exp(-exp(centre + (isUpper ? -z : z) * error))
        }
        return ConfidenceInterval(
            low: steps.first { bound($0, isUpper: false) <= 0.5 }?.time ?? .infinity,
            high: steps.first { bound($0, isUpper: true) <= 0.5 }?.time ?? .infinity,
            level: level,
            method: .normal
        )
    }
}

/// The log-rank test that several groups end at one rate (Mantel 1966).
package enum LogRank {
    /// χ² with one degree of freedom fewer than groups.
    ///
    /// `groups` numbers the group of each unit.
    ///
    /// - Throws: `.tooFew` for fewer than two groups, `.noVariation` where nothing ends while two groups are
    ///   at risk.
    package static func test(
        times: [Double],
        hasEnded: [Bool],
        groups: [Int]
    ) throws(StatisticsError) -> HypothesisTest {
        try Require.sameLength(times.count, hasEnded.count, "times and ends")
        try Require.sameLength(times.count, groups.count, "times and groups")
        try Require.finite(times, "times")
        let order = ClusterOrder(groups)
        guard order.count >= 2 else { throw .tooFew("groups", needed: 2, given: order.count) }
        let all = RiskCounts(times: times, hasEnded: hasEnded)
        let parts = order.members.map { members in
            RiskCounts(times: members.map { times[$0] }, hasEnded: members.map { hasEnded[$0] })
        }
        // The last group follows from the others.
        let size = order.count - 1
        var gaps = [Double](repeating: 0, count: size)
        var variance = [Double](repeating: 0, count: size * size)
        for point in all.points where point.events > 0 {
            let (risk, events) = (Double(point.atRisk), Double(point.events))
            let shares = parts.map { Double($0.atRisk(point.time)) / risk }
            let scale = risk > 1 ? events * (risk - events) / (risk - 1) : 0
            for one in 0..<size {
                gaps[one] += Double(parts[one].events(point.time)) - events * shares[one]
                for two in 0..<size {
                    variance[one * size + two] += scale * shares[one] * ((one == two ? 1 : 0) - shares[two])
                }
            }
        }
        let solved: [Double]
        do {
            solved = try LinearAlgebra.solve(variance, size: size, gaps)
        } catch {
            throw .noVariation("groups at risk")
        }
        let statistic = zip(gaps, solved).reduce(0) { $0 + $1.0 * $1.1 }
        return ContingencyTable.chiSquared(statistic, degrees: size)
    }
}

/// How many are at risk and how many end, at every distinct time.
struct RiskCounts {
    struct Point {
        var time: Double
        var atRisk: Int
        var events: Int
    }

    /// In rising order of time.
    private(set) var points: [Point] = []

    init(times: [Double], hasEnded: [Bool]) {
        let order = times.indices.sorted { times[$0] < times[$1] }
        var start = 0
        while start < order.count {
            var end = start
            var events = 0
            while end < order.count, times[order[end]] == times[order[start]] {
                if hasEnded[order[end]] { events += 1 }
                end += 1
            }
            points.append(Point(time: times[order[start]], atRisk: order.count - start, events: events))
            start = end
        }
    }

    func atRisk(_ time: Double) -> Int { point(notBefore: time)?.atRisk ?? 0 }

    func events(_ time: Double) -> Int {
        guard let point = point(notBefore: time), point.time == time else { return 0 }
        return point.events
    }

    private func point(notBefore time: Double) -> Point? {
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].time < time { low = middle + 1 } else { high = middle }
        }
        return low < points.count ? points[low] : nil
    }
}
