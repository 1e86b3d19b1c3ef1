/// A fault of the harness or of its input, told so that the user can act on it.
///
/// What the evaluated program does is never one of these: a crash is a `Verdict`.
package struct HarnessError: Error, Sendable, CustomStringConvertible {
    package var code: Code
    /// What is wrong, with the value: `unknown task id "HumanEval/999"`.
    package var message: String
    /// Where: `samples.jsonl:17`, a path, a setting.
    package var location: String?
    /// What to do about it.
    package var remedy: String?

    package init(_ code: Code, _ message: String, at location: String? = nil, remedy: String? = nil) {
        self.code = code
        self.message = message
        self.location = location
        self.remedy = remedy
    }

    /// The kind of fault.
    package enum Code: Sendable {
        case internalFault
        case usage
        case badData
        case noInput
        case unavailable
        case writeFailed
        case incomplete
        case badConfiguration
        /// No verdict is possible: too many infrastructure errors, or a partial run.
        case noVerdict
        case nothingSelected

        /// How the process ends.
        package var exitCode: ExitCode {
            switch self {
            case .internalFault: .internalFault
            case .usage: .usage
            case .badData: .badData
            case .noInput: .noInput
            case .unavailable: .unavailable
            case .writeFailed: .writeFailed
            case .incomplete: .incomplete
            case .badConfiguration: .badConfiguration
            case .noVerdict: .noVerdict
            case .nothingSelected: .nothingSelected
            }
        }
    }

    package var description: String {
        var text = "error: \(message)"
        if let location { text = "error: \(location): \(message)" }
        if let remedy { text += "\n  \(remedy)" }
        return text
    }
}
