import Testing

@testable import Statistics

struct SeededGeneratorTests {
    /// The first outputs for seed 1234567 that Rosetta Code prints for the authors' program.
    @Test func `SplitMix64 gives its published sequence`() {
        var mixer = SplitMix64(state: 1_234_567)

        let numbers = (0..<5).map { _ in mixer.next() }

        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ]
        )
    }

    @Test func `the same seed gives the same numbers and another seed others`() {
        var first = SeededGenerator(seed: 7)
        var again = SeededGenerator(seed: 7)
        var other = SeededGenerator(seed: 8)

        let numbers = (0..<100).map { _ in first.next() }

        #expect(numbers == (0..<100).map { _ in again.next() })
        #expect(numbers != (0..<100).map { _ in other.next() })
    }

    @Test func `drawn positions are spread evenly`() {
        var generator = SeededGenerator(seed: 3)
        var counts = Array(repeating: 0, count: 7)

        for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }

        // Five standard deviations of a binomial count around 10,000.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 5 * 93 })
    }
}
