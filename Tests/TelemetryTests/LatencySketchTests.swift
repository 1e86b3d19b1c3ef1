import Testing

@testable import Telemetry

@Suite struct LatencySketchTests {
    @Test func `quantiles are within one percent of the exact ones, and sketches add up`() throws {
        var draws = GeneratorDraws(seed: 3)
        let values = (0..<20_000).map { _ in draws.logNormal(median: 250, spread: 0.8) } + [0, 0.5, 60_000]
        var whole = LatencySketch()
        for value in values { whole.add(bucket: LatencySketch.bucket(value), count: 1) }
        let sorted = values.sorted()

        for share in [0, 0.01, 0.5, 0.9, 0.95, 0.99, 1] {
            let exact = sorted[Int((share * Double(sorted.count - 1)).rounded(.down))]
            let found = try #require(whole.quantile(share))
            #expect(abs(found - exact) <= 0.0100001 * exact, "\(share): \(found) for \(exact)")
        }
        #expect(LatencySketch().quantile(0.5) == nil)
    }
}
