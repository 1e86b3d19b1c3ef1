/// Why a number cannot be given; every function of this module throws nothing else.
///
/// A caller that knows what the numbers mean turns it into a message with place and remedy.
package enum StatisticsError: Error, Hashable, Sendable {
    /// An input has fewer values than the method needs.
    case tooFew(String, needed: Int, given: Int)
    /// An input holds NaN or an infinity.
    case notFinite(String)
    /// All values of an input are equal, so nothing can be estimated from their spread.
    case noVariation(String)
    /// Inputs that belong together have different lengths.
    case unequalLengths(String, Int, Int)
    /// A parameter is outside its range; the second text is the rule.
    case outOfRange(String, rule: String)
    /// The others explain a column of the design; its index counts the intercept, if there is one.
    case collinear(column: Int)
    /// A line through the covariates separates the outcomes: no finite logistic estimate exists.
    case separated
    /// An iteration did not reach its tolerance.
    case notConverged(String)
}

extension StatisticsError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooFew(let what, let needed, let given): "\(what): \(given) given, \(needed) needed"
        case .notFinite(let what): "\(what): a value is not a finite number"
        case .noVariation(let what): "\(what): all values are equal"
        case .unequalLengths(let what, let first, let second): "\(what): \(first) and \(second) values"
        case .outOfRange(let what, let rule): "\(what): must be \(rule)"
        case .collinear(let column): "column \(column) is a linear combination of others"
        case .separated: "the covariates separate the outcomes: the logistic estimate is infinite"
        case .notConverged(let what): "\(what): no convergence"
        }
    }
}

/// The checks that open most functions, here and in modules built on this one.
package enum Require {
    /// Throws `.tooFew` or `.notFinite`.
    package static func finite(
        _ values: [Double],
        _ what: String,
        atLeast needed: Int = 1
    ) throws(StatisticsError) {
        guard values.count >= needed else {
            throw .tooFew(what, needed: needed, given: values.count)
        }
        guard values.allSatisfy(\.isFinite) else { throw .notFinite(what) }
    }

    /// Throws `.unequalLengths`.
    package static func sameLength(_ first: Int, _ second: Int, _ what: String) throws(StatisticsError) {
        guard first == second else { throw .unequalLengths(what, first, second) }
    }

    /// Throws `.outOfRange` for a value outside (0, 1).
    package static func openUnit(_ value: Double, _ what: String) throws(StatisticsError) {
        guard value > 0, value < 1 else { throw .outOfRange(what, rule: "in (0, 1)") }
    }

    /// Throws `.outOfRange` for a value that is not positive and finite.
    package static func positive(_ value: Double, _ what: String) throws(StatisticsError) {
        guard value > 0, value.isFinite else { throw .outOfRange(what, rule: "positive") }
    }

    /// Throws `.outOfRange` with the rule.
    package static func holds(_ condition: Bool, _ what: String, rule: String) throws(StatisticsError) {
        guard condition else { throw .outOfRange(what, rule: rule) }
    }
}
