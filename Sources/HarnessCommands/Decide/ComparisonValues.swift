import Foundation
import HarnessCore
import Scoring

/// Texts of flags and policies that name metrics, parts and sizes.
enum ComparisonValues {
    /// A metric by name.
    static func metric(_ name: String) -> Result<ComparisonMetric, Fault> {
        if let metric = ComparisonMetric(name: name) { return .success(metric) }
        return .failure(unknown(name, "metric", among: ComparisonMetric.knownNames))
    }

    /// A dimension by name.
    static func dimension(_ name: String) -> Result<SegmentDimension, Fault> {
        if let dimension = SegmentDimension(rawValue: name) { return .success(dimension) }
        return .failure(unknown(name, "segment", among: SegmentDimension.allCases.map(\.rawValue)))
    }

    /// Percentage points as a share of 1: `1pp`, `1.5 pp`, `0.01`.
    static func points(_ text: String) -> Result<Double, Fault> {
        let trimmed = text.trimmingCharacters(in: .whitespaces).lowercased()
        let isPoints = trimmed.hasSuffix("pp")
        let digits = (isPoints ? String(trimmed.dropLast(2)) : trimmed).trimmingCharacters(in: .whitespaces)
        guard let number = Double(digits), number.isFinite, number >= 0, number * (isPoints ? 0.01 : 1) <= 1
        else {
            return .failure(
                Fault(
                    message: "\"\(text)\": must be percentage points such as 1pp, or a share from 0 to 1",
                    remedy: trimmed.hasSuffix("%")
                        ? "say pp: a percentage of a percentage reads two ways" : nil
                )
            )
        }
        return .success(isPoints ? number / 100 : number)
    }

    /// What is wrong with a text, without the place it stands in.
    struct Fault: Error {
        var message: String
        var remedy: String?

        func error(_ code: HarnessError.Code, in setting: String, at location: String? = nil) -> HarnessError
        {
            HarnessError(code, "\(setting) \(message)", at: location, remedy: remedy)
        }
    }

    static func unknown(_ name: String, _ kind: String, among known: [String]) -> Fault {
        let list = "known: " + known.joined(separator: ", ")
        let nearest = Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"? " } ?? ""
        return Fault(message: "\"\(name)\": there is no such \(kind)", remedy: nearest + list)
    }
}

extension Result where Failure == ComparisonValues.Fault {
    /// The value, or the fault as a mistake in a flag.
    func flag(_ name: String) throws(HarnessError) -> Success {
        switch self {
        case .success(let value): return value
        case .failure(let fault): throw fault.error(.usage, in: name)
        }
    }
}

/// Splits a comma-separated flag; empty parts are left out.
func listed(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
}
