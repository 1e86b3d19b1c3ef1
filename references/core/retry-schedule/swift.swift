enum TaskError: Error {
    case invalidArgument
}

func retrySchedule(_ base: Int, _ factor: Int, _ cap: Int, _ attempts: Int, _ budget: Int) throws -> [Int] {
    guard base >= 1, factor >= 1, cap >= base, attempts >= 0, budget >= 0 else { throw TaskError.invalidArgument }
    var delays: [Int] = []
    var delay = base
    var left = budget
    while delays.count < attempts && delay <= left {
        delays.append(delay)
        left -= delay
        let (next, overflows) = delay.multipliedReportingOverflow(by: factor)
        delay = overflows ? cap : min(next, cap)
    }
    return delays
}
