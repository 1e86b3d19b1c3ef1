package import Statistics

/// Why a causal question has no answer from these data.
package enum CausalError: Error, Hashable, Sendable {
    /// The data do not fit the question: what and the rule.
    case data(String)
    /// Covariates tell treated and untreated rows apart without error, so there is nobody to compare with.
    case noOverlap(String)
    /// A number cannot be given.
    case statistics(StatisticsError)
}

extension CausalError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .data(let text), .noOverlap(let text): text
        case .statistics(let error): error.description
        }
    }
}

/// Runs a computation of numbers with this module's error type.
func numbers<Value>(_ compute: () throws(StatisticsError) -> Value) throws(CausalError) -> Value {
    do {
        return try compute()
    } catch {
        throw .statistics(error)
    }
}
