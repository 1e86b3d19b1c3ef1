/// Times of events: milliseconds since 1970-01-01T00:00:00Z, from and to RFC 3339.
package enum EventTime {
    package static let millisecondsPerDay: Int64 = 86_400_000

    /// Reads `2026-07-01T09:00:00.123Z` or with an offset such as `+02:00`; nil for anything else.
    ///
    /// Fractions beyond the millisecond are cut off. A leap second counts as the second before it.
    package static func parse(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count >= 20, text.count <= 40 else { return nil }
        func digits(_ start: Int, _ count: Int) -> Int? {
            var value = 0
            for index in start..<start + count {
                let digit = Int(text[index]) - 48
                guard (0...9).contains(digit) else { return nil }
                value = value * 10 + digit
            }
            return value
        }
        guard text[4] == 0x2D, text[7] == 0x2D, text[10] | 0x20 == 0x74, text[13] == 0x3A, text[16] == 0x3A,
            let year = digits(0, 4), let month = digits(5, 2), let day = digits(8, 2),
            let hour = digits(11, 2), let minute = digits(14, 2), let second = digits(17, 2),
            (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        var position = 19
        var milliseconds = 0
        if text[position] == 0x2E {
            position += 1
            let start = position
            while position < text.count, (0x30...0x39).contains(text[position]) {
                if position - start < 3 { milliseconds = milliseconds * 10 + Int(text[position] - 48) }
                position += 1
            }
            guard position > start else { return nil }
            for _ in 0..<max(0, 3 - (position - start)) { milliseconds *= 10 }
        }
        guard position < text.count else { return nil }
        var offset = 0
        switch text[position] {
        case 0x5A, 0x7A:
            guard position == text.count - 1 else { return nil }
        case 0x2B, 0x2D:
            guard position + 6 == text.count, text[position + 3] == 0x3A,
                let hours = digits(position + 1, 2), let minutes = digits(position + 4, 2),
                hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (text[position] == 0x2B ? 1 : -1)
        default: return nil
        }
        let seconds =
            day1970(year, month, day) * 86_400 + hour * 3600 + (minute - offset) * 60 + min(second, 59)
        return Int64(seconds) * 1000 + Int64(milliseconds)
    }

    package static func parse(_ text: String) -> Int64? {
        var text = text
        return text.withUTF8 { parse(UnsafeRawBufferPointer($0)) }
    }

    /// The time in RFC 3339 with milliseconds, UTC: `2026-07-01T09:00:00.123Z`.
    package static func text(_ time: Int64) -> String {
        let rest = time - floorDay(time) * millisecondsPerDay
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let milliseconds = rest % 1000
        let fraction = String(repeating: "0", count: 3 - "\(milliseconds)".count) + "\(milliseconds)"
        return dayText(floorDay(time)) + "T" + two(rest / 3_600_000) + ":" + two(rest / 60_000 % 60) + ":"
            + two(rest / 1000 % 60) + "." + fraction + "Z"
    }

    /// The number of the day, counted from 1970-01-01, UTC.
    package static func floorDay(_ time: Int64) -> Int64 {
        time >= 0 ? time / millisecondsPerDay : (time + 1) / millisecondsPerDay - 1
    }

    /// The day as `2026-07-01`.
    package static func dayText(_ day: Int64) -> String {
        let (year, month, dayOfMonth) = civil(day)
        func padded(_ value: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - "\(value)".count)) + "\(value)"
        }
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(dayOfMonth, 2)
    }

    /// The day of `2026-07-01`, or nil.
    package static func day(_ text: String) -> Int64? {
        guard text.utf8.count == 10, let time = parse(text + "T00:00:00Z") else { return nil }
        return floorDay(time)
    }

    /// Year × 12 + month − 1 of a day: the month whose file holds its events.
    static func month(ofDay day: Int64) -> Int {
        let (year, month, _) = civil(day)
        return year * 12 + month - 1
    }

    /// The first day of a month, counted as by `month(ofDay:)`.
    static func firstDay(ofMonth month: Int) -> Int64 { Int64(day1970(month / 12, month % 12 + 1, 1)) }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Days and dates of the proleptic Gregorian calendar: years begin in March, so that the leap day is last.

    private static func day1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(_ day: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = Int(day) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }
}
