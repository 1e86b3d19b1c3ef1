/// Why a sample failed: a family that the whole field uses, and the mode inside it.
package enum FailureMode: String, Sendable, Hashable, CaseIterable, Codable {
    // Syntax: there is no program.
    case parseError = "syntax.parse-error"
    case noCode = "syntax.no-code"
    case truncated = "syntax.truncated"
    /// It does not compile because a value of one type stands where another is needed.
    case typeError = "syntax.type-error"
    /// It does not compile for any other reason: a borrow, a missing return, an unhandled error.
    case compileError = "syntax.compile-error"
    /// The compiler hit a limit while it worked on it.
    case compileLimit = "syntax.compile-limit"
    // Runtime: the program ran and did not survive.
    case exception = "runtime.exception"
    case signal = "runtime.signal"
    case cpuTime = "runtime.cpu-time"
    case wallTime = "runtime.wall-time"
    case memory = "runtime.memory"
    case output = "runtime.output"
    case files = "runtime.files"
    case processes = "runtime.processes"
    case forbiddenSystemCall = "runtime.forbidden-system-call"
    /// The program ended before it answered: `exit(0)` in the middle of a test.
    case earlyExit = "runtime.early-exit"
    /// The result channel holds what the driver never wrote.
    case forgedResult = "runtime.forged-result"
    // Logic: the program ran and answered wrongly.
    case wrongValue = "logic.wrong-value"
    case wrongType = "logic.wrong-type"
    case wrongException = "logic.wrong-exception"
    case mutatedArgument = "logic.mutated-argument"
    /// Some cases right, some wrong.
    case partial = "logic.partial"
    // Hallucination: the program relies on something that does not exist.
    case unknownModule = "hallucination.unknown-module"
    case undefinedName = "hallucination.undefined-name"
    case unknownMember = "hallucination.unknown-member"
    case wrongArity = "hallucination.wrong-arity"
    case missingEntryPoint = "hallucination.missing-entry-point"
    case prose = "hallucination.prose"

    package enum Family: String, Sendable, Hashable, CaseIterable, Codable {
        case syntax
        case runtime
        case logic
        case hallucination
    }

    package var family: Family {
        switch self {
        case .parseError, .noCode, .truncated, .typeError, .compileError, .compileLimit: .syntax
        case .exception, .signal, .cpuTime, .wallTime, .memory, .output, .files, .processes,
            .forbiddenSystemCall, .earlyExit, .forgedResult:
            .runtime
        case .wrongValue, .wrongType, .wrongException, .mutatedArgument, .partial: .logic
        case .unknownModule, .undefinedName, .unknownMember, .wrongArity, .missingEntryPoint, .prose:
            .hallucination
        }
    }
}
