import Foundation
package import Statistics

/// The effects that instruments do not reject (Anderson and Rubin 1949): right however weak the instruments are.
///
/// An effect b is kept where the instruments explain nothing of outcome − b · treatment. The set may be an
/// interval, everything, two rays, or empty (where the instruments contradict each other).
package struct AndersonRubinSet: Sendable, Hashable {
    /// Ascending; bounds may be infinite.
    package var ranges: [ClosedRange<Double>]
    package var level: Double

    /// The one bounded interval; nil for any other shape.
    package var interval: ClosedRange<Double>? {
        guard ranges.count == 1, ranges[0].lowerBound.isFinite, ranges[0].upperBound.isFinite else {
            return nil
        }
        return ranges[0]
    }

    package func contains(_ effect: Double) -> Bool { ranges.contains { $0.contains(effect) } }
}

extension InstrumentalVariables {
    /// The set of effects of the only endogenous column that an F test of this level keeps.
    ///
    /// - Throws: `.outOfRange` for several endogenous columns, `.collinear`, `.tooFew`.
    package func andersonRubin(
        level: Double = 0.95,
        errors: LinearRegression.StandardErrors = .classical
    ) throws(StatisticsError) -> AndersonRubinSet {
        try Require.openUnit(level, "level")
        let test = try ReducedForm(self, errors: errors)
        let limit = Distribution.fQuantile(level, numerator: test.numerator, denominator: test.denominator)
        let center = try effect(errors: errors)
        // The line as half a circle: effect = center + error · tan(angle), so that its ends are looked at too.
        func isKept(_ angle: Double) -> Bool {
            (try? test.statistic(center.value + center.standardError * tan(angle))).map { $0 <= limit }
                ?? true
        }
        let steps = 4000
        let angles = (0...steps).map { (Double($0) / Double(steps) - 0.5) * .pi * (1 - 1e-9) }
        var ranges: [ClosedRange<Double>] = []
        var start: Double? = isKept(angles[0]) ? -.infinity : nil
        for (low, high) in zip(angles, angles.dropFirst()) where isKept(low) != isKept(high) {
            var (inside, outside) = isKept(low) ? (low, high) : (high, low)
            for _ in 0..<60 {
                let middle = (inside + outside) / 2
                if isKept(middle) { inside = middle } else { outside = middle }
            }
            let bound = center.value + center.standardError * tan(inside)
            if let first = start {
                ranges.append(first...bound)
                start = nil
            } else {
                start = bound
            }
        }
        if let start { ranges.append(start ... .infinity) }
        return AndersonRubinSet(ranges: ranges, level: level)
    }

    /// The test of no effect at all that stays right with weak instruments.
    ///
    /// - Throws: As `andersonRubin`.
    package func andersonRubinTest(
        against effect: Double = 0,
        errors: LinearRegression.StandardErrors = .classical
    ) throws(StatisticsError) -> AnalysisOfVariance.FTest {
        let test = try ReducedForm(self, errors: errors)
        return AnalysisOfVariance.FTest(try test.statistic(effect), test.numerator, test.denominator)
    }

    /// Whether the instruments move the only endogenous column, with robust or clustered errors.
    ///
    /// With one instrument this is the effective F of Montiel Olea and Pflueger 2013, whose usual floor is 23.
    ///
    /// - Throws: As `andersonRubin`.
    package func robustFirstStage(
        errors: LinearRegression.StandardErrors
    ) throws(StatisticsError) -> AnalysisOfVariance.FTest {
        let test = try ReducedForm(self, errors: errors)
        return AnalysisOfVariance.FTest(try test.firstStage(), test.numerator, test.denominator)
    }
}

/// Outcome and treatment on all instruments: both fits and every covariance of outcome − b · treatment.
private struct ReducedForm {
    let numerator: Double
    let denominator: Double
    private let outcome: [Double]
    private let treatment: [Double]
    /// V(b) = constant + b · linear + b² · square, of the instruments' coefficients.
    private let constant: [Double]
    private let linear: [Double]
    private let square: [Double]

    init(
        _ model: InstrumentalVariables,
        errors: LinearRegression.StandardErrors
    ) throws(StatisticsError) {
        try Require.holds(model.endogenous.count == 1, "endogenous columns", rule: "one")
        let first = model.exogenous.columns
        let count = model.instruments.count
        let response = try LinearRegression(model.allInstruments, response: model.response)
        let stage = try LinearRegression(model.allInstruments, response: model.endogenous[0])
        let width = model.allInstruments.columns
        func block(_ residuals: [Double]) throws(StatisticsError) -> [Double] {
            let all = try response.replacing(residuals: residuals).covariance(errors)
            return (first..<width).flatMap { row in (first..<width).map { all[row * width + $0] } }
        }
        let (own, other) = (try block(response.residuals), try block(stage.residuals))
        // A covariance is a quadratic form of residuals: that of the difference holds the mixed term.
        let mixed = try block(zip(response.residuals, stage.residuals).map { $0 - $1 })
        constant = own
        square = other
        linear = mixed.indices.map { mixed[$0] - own[$0] - other[$0] }
        outcome = Array(response.coefficients[first...])
        treatment = Array(stage.coefficients[first...])
        numerator = Double(count)
        switch errors {
        case .clustered(let clusters, _): denominator = Double(ClusterOrder(clusters).count - 1)
        case .twoWay(let one, let two):
            denominator = Double(min(ClusterOrder(one).count, ClusterOrder(two).count) - 1)
        case .classical, .hc0, .hc1, .hc2, .hc3: denominator = Double(response.residualDegreesOfFreedom)
        }
    }

    func statistic(_ effect: Double) throws(StatisticsError) -> Double {
        // Scaled so that neither end of the line overflows.
        let scale = 1 / (1 + abs(effect))
        let (one, many) = (scale, effect * scale)
        let gap = zip(outcome, treatment).map { one * $0 - many * $1 }
        let covariance = constant.indices.map {
            one * one * constant[$0] + one * many * linear[$0] + many * many * square[$0]
        }
        return try Self.wald(gap, covariance) / numerator
    }

    func firstStage() throws(StatisticsError) -> Double { try Self.wald(treatment, square) / numerator }

    private static func wald(_ gap: [Double], _ covariance: [Double]) throws(StatisticsError) -> Double {
        Matrix.form(try LinearAlgebra.inverse(covariance, size: gap.count), gap)
    }
}
