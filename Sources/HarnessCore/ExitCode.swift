/// What the process's exit code says; part of the interface, so a number never changes its meaning.
///
/// From 64 to 78 after sysexits.h: the harness could not look. From 100 to 104: it looked, and the answer is
/// not yes. 130 and 143 as a shell gives them.
package enum ExitCode: Int32, Sendable, CaseIterable {
    case done = 0
    case internalFault = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case writeFailed = 74
    case incomplete = 75
    case badConfiguration = 78
    case judgedFailure = 100
    case inconclusive = 101
    case noVerdict = 102
    case lockDiffers = 103
    case nothingSelected = 104
    case interrupted = 130
    case terminated = 143

    /// A few words for the help, at most 31 letters.
    package var meaning: String {
        switch self {
        case .done: "done"
        case .internalFault: "unexpected fault"
        case .usage: "usage"
        case .badData: "bad data"
        case .noInput: "no such file, run or task"
        case .unavailable: "sandbox or language missing"
        case .writeFailed: "write failed"
        case .incomplete: "incomplete, \"resume\" continues"
        case .badConfiguration: "bad configuration"
        case .judgedFailure: "checked and not right; gate FAIL"
        case .inconclusive: "gate INCONCLUSIVE"
        case .noVerdict: "no verdict: not comparable"
        case .lockDiffers: "lock differs"
        case .nothingSelected: "nothing selected or scored"
        case .interrupted: "interrupted"
        case .terminated: "terminated"
        }
    }
}
