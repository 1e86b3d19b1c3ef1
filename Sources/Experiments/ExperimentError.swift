package import Statistics

/// Why an experiment cannot be planned or analysed at all.
///
/// What concerns one metric only is an outcome of that metric, not an error.
package enum ExperimentError: Error, Hashable, Sendable {
    /// The design contradicts itself: the part and the rule.
    case design(String)
    /// The data do not fit the design.
    case data(String)
    /// A number cannot be given.
    case statistics(StatisticsError)
}

extension ExperimentError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .design(let text): "design: \(text)"
        case .data(let text): "data: \(text)"
        case .statistics(let error): error.description
        }
    }
}

/// Runs a computation of numbers with this module's error type.
func numbers<Value>(_ compute: () throws(StatisticsError) -> Value) throws(ExperimentError) -> Value {
    do {
        return try compute()
    } catch {
        throw .statistics(error)
    }
}
