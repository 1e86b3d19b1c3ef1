import Foundation
import Testing

@testable import Telemetry

@Suite struct EventTimeTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-07-01T09:00:00.123Z", 1_782_896_400_123),
        ("2026-07-01T11:00:00.123456+02:00", 1_782_896_400_123), ("2024-02-29T23:59:60Z", 1_709_251_199_000),
        ("2026-07-01t09:00:00.1z", 1_782_896_400_100), ("1969-12-31T23:59:59.999Z", -1),
    ])
    func `a time of RFC 3339 is read to the millisecond`(text: String, milliseconds: Int64) {
        #expect(EventTime.parse(text) == milliseconds)
    }

    @Test(arguments: [
        "", "2026-07-01", "2026-07-01T09:00:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
        "2026-07-01T24:00:00Z", "2026-07-01T09:00:00.Z", "2026-07-01T09:00:00+0200", "2026-07-01T09:00:00Zx",
        "２026-07-01T09:00:00Z",
    ])
    func `anything else is no time`(text: String) {
        #expect(EventTime.parse(text) == nil)
    }

    @Test func `days and dates agree with Foundation's calendar over two centuries`() throws {
        let style = Date.ISO8601FormatStyle(timeZone: try #require(TimeZone(secondsFromGMT: 0)))
        for day in stride(from: Int64(-25_000), to: 50_000, by: 37) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            let text = EventTime.text(day * EventTime.millisecondsPerDay + 1)

            #expect(text == date.formatted(style).dropLast() + ".001Z")
            #expect(EventTime.day(String(text.prefix(10))) == day)
            #expect(EventTime.firstDay(ofMonth: EventTime.month(ofDay: day)) <= day)
        }
    }
}
