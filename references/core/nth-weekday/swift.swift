enum TaskError: Error {
    case invalidArgument
}

func nthWeekday(_ year: Int, _ month: Int, _ weekday: Int, _ n: Int) throws -> Int? {
    guard (1...9999).contains(year), (1...12).contains(month), (0...6).contains(weekday), n != 0 else {
        throw TaskError.invalidArgument
    }
    guard (-5...5).contains(n) else { return nil }
    // Day 1 of year 1 was a Monday.
    let before = year - 1
    let days = (1..<month).reduce(before * 365 + before / 4 - before / 100 + before / 400) {
        $0 + daysInMonth(year, $1)
    }
    let length = daysInMonth(year, month)
    let first = 1 + (weekday - days % 7 + 7) % 7
    let last = first + 7 * ((length - first) / 7)
    let day = n > 0 ? first + 7 * (n - 1) : last + 7 * (n + 1)
    return (1...length).contains(day) ? day : nil
}

private func daysInMonth(_ year: Int, _ month: Int) -> Int {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
}
