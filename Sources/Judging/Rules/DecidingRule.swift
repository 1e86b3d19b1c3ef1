import HarnessCore

/// The rules that hold for every language, by the id that verdicts store.
package enum DecidingRule: String, Sendable, Hashable, CaseIterable {
    // Passed.
    case casesPassed = "cases.all-passed"
    case checkPassed = "check.passed"
    case programPassed = "program.passed"
    case outputsPassed = "output.passed"

    // The program was stopped or ended by itself.
    case wallTimeLimit = "limit.wall-time"
    case cpuTimeLimit = "limit.cpu-time"
    case outputLimit = "limit.output"
    case memoryLimit = "limit.memory"
    case filesLimit = "limit.files"
    case processesLimit = "limit.processes"
    case systemCallLimit = "limit.forbidden-system-call"
    case signal = "process.signal"
    case earlyExit = "process.early-exit"
    case exitCode = "process.exit-code"
    case closedChannel = "process.closed-channel"
    case compileLimit = "compile.limit"
    case compileCrash = "compile.crash"

    // The result channel holds what no driver writes.
    case wireGarbage = "wire.garbage"
    case wireOrder = "wire.order"
    case wireSequence = "wire.sequence"
    case wireCount = "wire.count"
    case wireAfterEnd = "wire.after-end"
    case wireProtocol = "wire.protocol"
    case wireNonce = "wire.nonce"
    case resultTooLarge = "wire.too-large"

    // A case or a check decided.
    case wrongValue = "case.wrong-value"
    case wrongValueAfterPasses = "case.wrong-value-after-passes"
    case wrongType = "case.wrong-type"
    case missingError = "case.missing-error"
    case otherError = "case.other-error"
    case mutatedArgument = "case.mutated-argument"
    case assertionFailed = "check.assertion-failed"
    case unusableValue = "check.unusable-value"
    case overwhelmedTest = "examiner.overwhelmed"
    case silencedTest = "examiner.silenced"
    case spoiledTest = "shared.spoiled-test"
    case passedTwin = "program.passed-twin"
    case wrongOutput = "output.wrong"
    case wrongOutputAfterPasses = "output.wrong-after-passes"

    // The harness cannot judge.
    case driverSilent = "harness.driver-silent"
    case compilerFailed = "harness.compiler-failed"
    case wrongPlan = "harness.wrong-plan"
    case examinerLimit = "examiner.limit"
    case examinerFailed = "examiner.failed"
    case noCallMade = "test.made-no-call"
    case noTwin = "program.no-twin"
    case missingDependency = "harness.missing-dependency"
    case testError = "test.error"

    init(limit: ResourceLimitKind) {
        self =
            switch limit {
            case .wallTime: .wallTimeLimit
            case .cpuTime: .cpuTimeLimit
            case .output: .outputLimit
            case .memory: .memoryLimit
            case .files: .filesLimit
            case .processes: .processesLimit
            case .forbiddenSystemCall: .systemCallLimit
            }
    }

    /// One sentence for the documentation: when the rule fires.
    package var summary: String {
        switch self {
        case .casesPassed: "Every case gave what it must, and the program ended normally."
        case .checkPassed: "The test ran to its end without a failed assertion, and called the program."
        case .programPassed:
            "The program reached the end of its tests, and failed when one expectation of them was changed."
        case .outputsPassed: "For every input the program ended normally and printed what it must."
        case .wrongOutput: "For the first input the program printed something else than it must."
        case .wrongOutputAfterPasses:
            "Some inputs passed; for the first that failed the program printed something else."
        case .wallTimeLimit: "The program was stopped at its limit of elapsed time."
        case .cpuTimeLimit: "The program was stopped at its limit of CPU time."
        case .outputLimit: "The program wrote more output or results than allowed."
        case .memoryLimit: "The program was stopped at its limit of memory."
        case .filesLimit: "The program wrote more to files than allowed."
        case .processesLimit: "The program started more processes or threads than allowed."
        case .systemCallLimit: "The program made a system call that ends it at once."
        case .signal: "A signal killed the program: a crash of the interpreter, an abort, a kill."
        case .earlyExit: "The program ended before it had answered every call."
        case .exitCode: "The program answered every call and then ended with an exit code other than 0."
        case .closedChannel: "The program closed the channel on which calls arrive."
        case .compileLimit: "The compiler hit a limit while it worked on the program."
        case .compileCrash: "The compiler crashed while it worked on the program."
        case .wireGarbage: "The result channel holds bytes that are no frame, or a frame that holds nonsense."
        case .wireOrder: "A frame stands where the driver never writes one."
        case .wireSequence: "An answer has another number than the call it would belong to."
        case .wireCount: "The end frame counts other answers than there are calls."
        case .wireAfterEnd: "The result channel goes on after its end frame."
        case .wireProtocol: "The examiner received what no driver sends."
        case .resultTooLarge: "The results hold more values than the harness takes."
        case .wireNonce: "The verdict of a shared process does not carry the execution's secret."
        case .wrongValue: "No case passed, and the first one returned a wrong value of the right type."
        case .wrongValueAfterPasses: "Some cases passed; the first that failed returned a wrong value."
        case .wrongType: "The returned value is not of the declared type, or is not plain data."
        case .missingError: "A case demands an error, and the call returned a value."
        case .otherError: "A case demands an error, and the call failed with one of another kind."
        case .mutatedArgument: "The call changed an argument that the case says must stay as it is."
        case .assertionFailed: "An assertion of the test failed."
        case .unusableValue: "The test failed with an error while it worked on a returned value."
        case .overwhelmedTest: "The program's answers drove the test into a limit that its reference keeps."
        case .silencedTest: "The examiner gave no verdict on a program that had begun, alone and once more."
        case .spoiledTest:
            "In a process shared with the program, the test ended before it called the program, which it does."
        case .passedTwin:
            "The program passes its tests also with a changed expectation, as no right program does."
        case .noTwin: "No expectation of the tests can be changed, so that nothing proves that they bite."
        case .missingDependency: "The tests need a library or a tool that is not installed here."
        case .driverSilent: "The driver wrote nothing, so no code of the program can have run."
        case .compilerFailed: "The compiler did not start, or made nothing and said nothing."
        case .wrongPlan: "The task was executed in a way that its test does not ask for."
        case .examinerLimit:
            "The examiner hit a limit before the program began, or one that no answer can drive it into."
        case .examinerFailed: "The examiner was killed, or ended without a verdict before the program began."
        case .noCallMade: "The test ended without calling the program once, so it says nothing."
        case .testError: "The test failed with an error before it called the program."
        }
    }
}

extension FailureMode {
    init(limit: ResourceLimitKind) {
        self =
            switch limit {
            case .wallTime: .wallTime
            case .cpuTime: .cpuTime
            case .output: .output
            case .memory: .memory
            case .files: .files
            case .processes: .processes
            case .forbiddenSystemCall: .forbiddenSystemCall
            }
    }
}
