import Testing

@testable import Scoring

struct PassAtKTests {
    /// Reference case passk-001: the closed form, `estimate_pass_at_k` of openai/human-eval.
    @Test(arguments: [
        (10, 3, 1, 0.3000000000000007, 0.2999999999999995), (10, 3, 5, 0.9166666666666666, 0),
        (200, 0, 10, 0, 0), (200, 1, 100, 0.49999999999997247, 0), (200, 195, 10, 1, 0.7717155392626254),
        (5, 5, 5, 1, 1), (100, 37, 25, 0.9999989923156287, 7.638498161965255e-15), (20, 1, 20, 1, 0),
    ])
    func `both estimators agree with the reference`(
        n: Int,
        c: Int,
        k: Int,
        passAtK: Double,
        passHatK: Double
    ) throws {
        let any = try #require(PassAtK.estimate(n: n, c: c, k: k))
        let all = try #require(PassAtK.allPass(n: n, c: c, k: k))

        #expect(abs(any - passAtK) <= 1e-12 * max(passAtK, 0.5))
        #expect(abs(all - passHatK) <= 1e-11 * passHatK)
    }

    @Test func `both estimators equal the exact fractions for every small n`() throws {
        for n in 1...30 {
            let draws = binomials(n).map(Double.init)
            for c in 0...n {
                let misses = binomials(n - c)
                let hits = binomials(c)
                for k in 1...n {
                    let any = 1 - (k <= n - c ? Double(misses[k]) / draws[k] : 0)
                    let all = k <= c ? Double(hits[k]) / draws[k] : 0
                    let estimate = try #require(PassAtK.estimate(n: n, c: c, k: k))
                    let allPass = try #require(PassAtK.allPass(n: n, c: c, k: k))
                    guard abs(estimate - any) <= 1e-14, abs(allPass - all) <= 1e-13 * all else {
                        Issue.record("n \(n), c \(c), k \(k): \(estimate) for \(any), \(allPass) for \(all)")
                        return
                    }
                }
            }
        }
    }

    @Test(arguments: [1, 10, 100, 5000, 9999])
    func `ten thousand samples lose no digits`(k: Int) throws {
        let one = try #require(PassAtK.estimate(n: 10_000, c: 1, k: k))
        let two = try #require(PassAtK.estimate(n: 10_000, c: 2, k: k))

        // One success: k / n. Two: 1 − (n−k)(n−k−1) / (n(n−1)) = k (2n − k − 1) / (n(n−1)).
        let expected = Double(k * (20_000 - k - 1)) / (10_000 * 9_999)
        #expect(abs(one - Double(k) / 10_000) <= 1e-14 * one)
        #expect(abs(two - expected) <= 1e-14 * two)
    }

    @Test func `the most factors that ten thousand samples can have give a probability`() throws {
        let estimate = try #require(PassAtK.estimate(n: 10_000, c: 5_000, k: 5_000))

        #expect(estimate <= 1 && estimate > 0.999999)
        #expect(PassAtK.estimate(n: 10_000, c: 5_000, k: 5_001) == 1)
    }

    @Test func `no success gives exactly 0 and all successes exactly 1`() throws {
        for k in 1...7 {
            let none = try #require(PassAtK.estimate(n: 7, c: 0, k: k))
            #expect(none == 0 && none.sign == .plus)
            #expect(PassAtK.estimate(n: 7, c: 7, k: k) == 1)
            #expect(PassAtK.allPass(n: 7, c: 7, k: k) == 1)
            #expect(PassAtK.allPass(n: 7, c: 0, k: k) == 0)
        }
    }

    @Test(arguments: [(5, 2, 6), (5, 2, 0), (5, 6, 1), (5, -1, 1), (0, 0, 1)])
    func `what cannot be drawn has no estimate`(n: Int, c: Int, k: Int) {
        #expect(PassAtK.estimate(n: n, c: c, k: k) == nil)
        #expect(PassAtK.allPass(n: n, c: c, k: k) == nil)
    }

    /// A row of Pascal's triangle, in whole numbers.
    private func binomials(_ n: Int) -> [Int] {
        var row = [1]
        for _ in 0..<n { row = [1] + zip(row, row.dropFirst()).map { $0 + $1 } + [1] }
        return row
    }
}
