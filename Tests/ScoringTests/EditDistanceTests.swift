import Testing

@testable import Scoring

struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0, 0.0), ("", "abc", 3, 1.0), ("abc", "", 3, 1.0), ("kitten", "sitting", 3, 3.0 / 7),
        ("flaw", "lawn", 2, 0.5), ("intention", "execution", 5, 5.0 / 9), ("same", "same", 0, 0.0),
        ("aab", "ab", 1, 1.0 / 3),
    ])
    func `textbook distances come out`(first: String, second: String, raw: Int, normalised: Double) throws {
        let distance = try #require(EditDistance.levenshtein(first, second))

        #expect(distance == EditDistance(raw: raw, normalised: normalised))
    }

    @Test func `Unicode scalars are counted, not graphemes and not canonical equivalents`() {
        // U+00E9 against e with a combining acute: equal as Swift strings.
        #expect("\u{e9}" == "e\u{301}")
        #expect(EditDistance.levenshtein("\u{e9}", "e\u{301}")?.raw == 2)
        // A family of five scalars that make one grapheme; one of them is replaced.
        #expect(EditDistance.levenshtein("👨‍👩‍👧", "👨‍👩‍👦")?.raw == 1)
        #expect(EditDistance.levenshtein("a😀b", "a😁b")?.raw == 1)
        #expect(EditDistance.levenshtein("\r\n", "\n")?.raw == 1)
    }

    /// Lengths around the borders of one, two and three blocks of 64 rows.
    @Test(arguments: [1, 2, 31, 63, 64, 65, 127, 128, 129, 192, 200])
    func `random texts agree with the plain recurrence`(length: Int) {
        var state = UInt64(length)
        func text(_ count: Int, letters: UInt64) -> String {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<count {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                scalars.append(Unicode.Scalar(UInt8(97 + (state >> 33) % letters)))
            }
            return String(scalars)
        }
        for letters: UInt64 in [2, 4, 26] {
            for other in [1, length / 2, length, length + 7] where other > 0 {
                let first = text(length, letters: letters)
                let second = text(other, letters: letters)
                #expect(EditDistance.levenshtein(first, second)?.raw == plainDistance(first, second))
                #expect(EditDistance.levenshtein(second, first)?.raw == plainDistance(first, second))
            }
        }
    }

    @Test func `a small edit in a long text is found`() {
        let lines = (0..<400).map { "value_\($0) = compute(\($0 * 7))\n" }
        var edited = lines
        edited[200] = "v_200 = compute(1400)\n"

        let distance = EditDistance.levenshtein(lines.joined(), "#" + edited.joined() + "x")

        #expect(distance?.raw == 6)
    }

    @Test func `texts that differ over too much have no distance`() {
        let long = String(repeating: "ab", count: EditDistance.maximumLength)
        let other = String(repeating: "cd", count: EditDistance.maximumLength)

        #expect(EditDistance.levenshtein(long, other) == nil)
        // Common parts do not count towards the limit, and an empty rest needs no comparison.
        #expect(EditDistance.levenshtein("x" + long, "y" + long)?.raw == 1)
        #expect(EditDistance.levenshtein("", long)?.raw == 2 * EditDistance.maximumLength)
    }

    private func plainDistance(_ first: String, _ second: String) -> Int {
        let a = Array(first.unicodeScalars)
        let b = Array(second.unicodeScalars)
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
