import Reporting
import Testing

@Suite struct NumbersTests {
    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
    func `counts have commas`(number: Int, expected: String) {
        #expect(Numbers.count(number) == expected)
    }

    @Test(
        arguments: [
            (0.0, "0.00 s"), (9.5, "9.50 s"), (12.4, "12 s"), (59.7, "1:00"), (187.0, "3:07"),
            (3_729.0, "1:02:09"),
        ]
    )
    func `durations read as a clock from a minute up`(seconds: Double, expected: String) {
        #expect(Numbers.duration(seconds: seconds) == expected)
    }

    @Test func `a bar is as long as its share`() {
        #expect(Numbers.bar(share: 1, columns: 4) == "████")
        #expect(Numbers.bar(share: 0.5, columns: 4) == "██")
        #expect(Numbers.bar(share: 0.03125, columns: 4) == "▏")
        #expect(Numbers.bar(share: -1, columns: 4).isEmpty)
        #expect(Numbers.bar(share: 7, columns: 4) == "████")
    }

    @Test func `nothing is written as minus zero`() {
        #expect(Numbers.fixed(-0.001, places: 2) == "0.00")
        #expect(Numbers.fixed(.nan, places: 2) == "–")
    }

    @Test(arguments: [(512, "512 B"), (2_048, "2.0 KiB"), (512 << 20, "512 MiB"), (3 << 40, "3.0 TiB")])
    func `bytes are in binary units`(bytes: Int, expected: String) {
        #expect(Numbers.bytes(bytes) == expected)
    }
}
