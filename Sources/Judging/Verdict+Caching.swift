package import HarnessCore

extension Verdict {
    /// Share of a time limit above which a result depends on how busy the machine was.
    static let nearLimit = 0.8

    /// Whether a busy machine can have brought the verdict about, so that one more run, alone, must confirm it.
    ///
    /// A time limit; the end of a program by a signal, which may be the machine's answer to too little memory;
    /// and the process limit, which a slot's own processes count towards. A program that ended by itself near
    /// a limit is believed: it did end. Doubtful too is an examiner that gave no verdict, whoever's fault it was.
    package var isDoubtful: Bool {
        if rule == DecidingRule.silencedTest.rawValue { return true }
        return switch outcome {
        case .failed(.cpuTime), .failed(.wallTime), .failed(.signal), .failed(.processes),
            .failed(.compileLimit):
            true
        case .failed, .passed, .infrastructureError: false
        }
    }

    /// Whether the execution used so much of a time limit that another day might judge it otherwise.
    ///
    /// Such a verdict stands for its run and is not kept for others.
    func isNearTimeLimit(of limits: ResourceLimits) -> Bool {
        Double(usage.cpuMicroseconds) > Self.nearLimit * Double(limits.cpuMilliseconds) * 1000
            || Double(usage.wallMicroseconds) > Self.nearLimit * Double(limits.wallMilliseconds) * 1000
    }

    /// Whether the same program would be judged the same again, so that the verdict may be kept for it.
    ///
    /// Not kept: what the harness could not judge, what is doubtful however often it was confirmed, what came
    /// near a time limit, what an examiner's lack of memory decided, and what the compiler had no time for.
    package func isCacheable(under limits: ResourceLimits) -> Bool {
        if rule == DecidingRule.overwhelmedTest.rawValue { return false }
        return switch outcome {
        case .infrastructureError, .failed(.compileLimit): false
        case .passed, .failed: !isDoubtful && !isNearTimeLimit(of: limits)
        }
    }
}
