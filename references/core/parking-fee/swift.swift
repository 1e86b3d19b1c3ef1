enum TaskError: Error {
    case invalidArgument
}

func parkingFee(_ minutes: Int, _ hourly: Int, _ dailyCap: Int) throws -> Int {
    guard minutes >= 0, hourly >= 0, dailyCap >= 0 else { throw TaskError.invalidArgument }
    guard minutes > 15 else { return 0 }
    func dayFee(_ hours: Int) -> Int {
        let (fee, overflows) = hours.multipliedReportingOverflow(by: hourly)
        return overflows ? dailyCap : min(fee, dailyCap)
    }
    let (fullDays, rest) = minutes.quotientAndRemainder(dividingBy: 1440)
    return fullDays * dayFee(24) + dayFee((rest + 59) / 60)
}
