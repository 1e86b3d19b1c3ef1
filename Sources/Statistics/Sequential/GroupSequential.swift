import Foundation

/// Bounds for a few planned looks at growing data, two-sided and symmetric.
package struct GroupSequential: Sendable, Hashable {
    /// How the probability of a false alarm is spread over the looks.
    package enum Spending: String, Sendable, Hashable, CaseIterable, Codable {
        /// Little at first, on each side 2 − 2Φ(z_(α/4)/√t) (Lan and DeMets 1983, in the manner of O'Brien and Fleming).
        case obrienFleming = "obrien-fleming"
        /// Evenly: α ln(1 + (e − 1) t).
        case pocock

        /// The part of alpha spent when a share `time` of the information is there.
        package func spent(at time: Double, alpha: Double) -> Double {
            switch self {
            case .obrienFleming:
                4
                    * Distribution.normalSurvival(
                        Distribution.normalQuantile(1 - alpha / 4) / time.squareRoot()
                    )
            case .pocock: alpha * log(1 + (exp(1) - 1) * time)
            }
        }
    }

    /// Shares of the planned information at the looks, rising, the last at most 1.
    package let times: [Double]
    /// |z| from which on a look stops the experiment, one per look.
    package let bounds: [Double]
    /// The two-sided nominal p-value of each bound.
    package var nominalLevels: [Double] { bounds.map { 2 * Distribution.normalSurvival($0) } }

    /// Bounds that spend alpha as the function says, whatever the number of looks.
    ///
    /// Each side spends alpha/2. Computed by the recursion of Armitage, McPherson and Rowe (1969); bounds
    /// agree with published tables to four digits.
    ///
    /// - Throws: `.outOfRange` for times that do not rise within (0, 1] or more than fifty of them.
    package init(times: [Double], alpha: Double = 0.05, spending: Spending) throws(StatisticsError) {
        try Self.check(times)
        try Require.openUnit(alpha, "alpha")
        var density = SequentialDensity()
        var bounds: [Double] = []
        var spent = 0.0
        for (index, time) in times.enumerated() {
            let target = spending.spent(at: time, alpha: alpha) / 2
            let wanted = max(target - spent, 1e-300)
            let previous = index > 0 ? times[index - 1] : 0
            let bound = RootFinder.zero(from: 0, to: 38, tolerance: 1e-10) {
                log(density.crossing($0 * time.squareRoot(), from: previous, to: time)) - log(wanted)
            }
            guard let bound else { throw .notConverged("bound of look \(index + 1)") }
            bounds.append(bound)
            spent = target
            if index < times.count - 1 {
                density = density.advanced(to: time, from: previous, bound: bound * time.squareRoot())
            }
        }
        self.times = times
        self.bounds = bounds
    }

    /// Bounds of the classical shapes: constant (Pocock 1977) or C/√t (O'Brien and Fleming 1979).
    ///
    /// - Throws: As the other initialiser.
    package init(classical shape: Spending, times: [Double], alpha: Double = 0.05) throws(StatisticsError) {
        try Self.check(times)
        try Require.openUnit(alpha, "alpha")
        func bounds(_ constant: Double) -> [Double] {
            times.map { shape == .pocock ? constant : constant * (times[times.count - 1] / $0).squareRoot() }
        }
        let constant = RootFinder.zero(from: 0.1, to: 12, tolerance: 1e-9) {
            Self.leavingProbability(times, bounds($0), drift: 0) - alpha
        }
        guard let constant else { throw .notConverged("constant of the bounds") }
        self.times = times
        self.bounds = bounds(constant)
    }

    /// The probability that a drifting z process leaves the bounds at any look.
    ///
    /// `drift` is the expected z at full information: 0 gives the false alarms, else the power.
    ///
    /// - Throws: `.outOfRange`, `.unequalLengths`.
    package static func crossingProbability(
        times: [Double],
        bounds: [Double],
        drift: Double
    ) throws(StatisticsError) -> Double {
        try check(times)
        try Require.sameLength(times.count, bounds.count, "times and bounds")
        try Require.finite(bounds + [drift], "bounds and drift")
        try Require.holds(bounds.allSatisfy { $0 > 0 }, "bounds", rule: "positive")
        return leavingProbability(times, bounds, drift: drift)
    }

    private static func leavingProbability(_ times: [Double], _ bounds: [Double], drift: Double) -> Double {
        var density = SequentialDensity(drift: drift)
        var previous = 0.0
        var total = 0.0
        for (time, bound) in zip(times, bounds) {
            let edge = bound * time.squareRoot()
            total += density.crossing(edge, from: previous, to: time)
            total += density.crossing(edge, from: previous, to: time, isLower: true)
            density = density.advanced(to: time, from: previous, bound: edge)
            previous = time
        }
        return min(1, total)
    }

    private static func check(_ times: [Double]) throws(StatisticsError) {
        try Require.finite(times, "times")
        try Require.holds(times.count <= 50, "looks", rule: "at most 50")
        let rises = zip(times, times.dropFirst()).allSatisfy { $0 < $1 }
        try Require.holds(
            rises && times[0] > 0 && times[times.count - 1] <= 1,
            "times",
            rule: "rising in (0, 1]"
        )
    }
}

/// The density of a Brownian motion that has stayed inside the bounds so far, on a grid.
struct SequentialDensity {
    /// Expected value at time 1.
    var drift = 0.0
    private var points: [Double] = [0]
    /// Density times the weight of Simpson's rule.
    private var masses: [Double] = [1]

    init(drift: Double = 0) { self.drift = drift }

    /// The probability of being inside until now and beyond the edge at the next time.
    func crossing(_ edge: Double, from: Double, to: Double, isLower: Bool = false) -> Double {
        let deviation = (to - from).squareRoot()
        let move = drift * (to - from)
        var sum = 0.0
        for (point, mass) in zip(points, masses) {
            let distance = isLower ? edge + point + move : edge - point - move
            sum += mass * Distribution.normalSurvival(distance / deviation)
        }
        return sum
    }

    func advanced(to: Double, from: Double, bound: Double) -> SequentialDensity {
        let variance = to - from
        let scale = 1 / (2 * Double.pi * variance).squareRoot()
        // Far from the origin there is nothing to integrate.
        let edge = min(bound, 9 * to.squareRoot() + abs(drift))
        // Ten points per standard deviation of a step leave errors below 1e-6; Simpson's rule needs an even number.
        let steps = min(2000, max(60, Int(10 * edge / variance.squareRoot()))) * 2
        let width = 2 * edge / Double(steps)
        var next = SequentialDensity(drift: drift)
        next.points = (0...steps).map { -edge + Double($0) * width }
        next.masses = next.points.enumerated().map { index, point in
            let weight = index == 0 || index == steps ? 1.0 : index % 2 == 1 ? 4.0 : 2.0
            var density = 0.0
            for (old, mass) in zip(points, masses) {
                let gap = point - old - drift * variance
                density += mass * exp(-gap * gap / (2 * variance))
            }
            return density * scale * weight * width / 3
        }
        return next
    }
}
