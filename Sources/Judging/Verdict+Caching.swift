package import HarnessCore

extension Verdict {
    /// Share of a time limit above which a result depends on how busy the machine was.
    package static let nearLimit = 0.8

    /// Whether the execution used so much of a time limit that another run might be judged otherwise.
    ///
    /// Such a result is run again alone before it is believed.
    package func isNearTimeLimit(of limits: ResourceLimits) -> Bool {
        switch outcome {
        case .failed(.cpuTime), .failed(.wallTime): true
        case .failed, .passed, .infrastructureError:
            Double(usage.cpuMicroseconds) > Self.nearLimit * Double(limits.cpuMilliseconds) * 1000
                || Double(usage.wallMicroseconds) > Self.nearLimit * Double(limits.wallMilliseconds) * 1000
        }
    }

    /// Whether the same program would be judged the same again, so that the verdict may be kept for it.
    ///
    /// Not kept: what the harness could not judge, what depends on time, and a kill that no limit explains
    /// (the machine may have run out of memory), and what the compiler had no time for.
    package func isCacheable(under limits: ResourceLimits) -> Bool {
        switch outcome {
        case .infrastructureError, .failed(.signal), .failed(.processes), .failed(.compileLimit): false
        case .passed, .failed: !isNearTimeLimit(of: limits)
        }
    }
}
