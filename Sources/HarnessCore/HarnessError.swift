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

    /// The kind of fault; its raw value is the process's exit code (sysexits.h where it has one).
    package enum Code: Int, Sendable {
        case internalFault = 1
        case usage = 64
        case badData = 65
        case noInput = 66
        case unavailable = 69
        case writeFailed = 74
        case incomplete = 75
        case badConfiguration = 78
        /// No verdict is possible: too many infrastructure errors, or a partial run.
        case noVerdict = 102
        case nothingSelected = 104
    }

    package var description: String {
        var text = "error: \(message)"
        if let location { text = "error: \(location): \(message)" }
        if let remedy { text += "\n  \(remedy)" }
        return text
    }
}
