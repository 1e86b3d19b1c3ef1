import Foundation
import Testing

@testable import Telemetry

/// What is an event, and which rule a line breaks that is none.
@Suite struct EventReaderTests {
    private static let now: Int64 = 1_782_900_000_000
    private static let shown = """
        {"specversion":"1.0","id":"1","source":"/e","type":"dev.assist.suggestion.shown.v1",\
        "time":"2026-07-01T09:00:00Z","data":{"developer_id":"d","session_id":"s","suggestion_id":"g",\
        "model_version":"v1","language":"go","latency_ms":120.5,"n_chars":40}}
        """

    private func read(_ text: String) -> EventBatch {
        let reader = EventReader(received: Self.now)
        return Array(text.utf8).withUnsafeBytes { reader.read($0, firstLine: 1) }
    }

    @Test func `a valid line becomes one event with its words and numbers`() throws {
        let batch = read(Self.shown)

        #expect(batch.rejects.isEmpty)
        #expect(batch.times == [1_782_896_400_000])
        #expect(batch.kinds == [EventKind.suggestionShown.rawValue])
        #expect(batch.suggestions.first != 0)
        #expect(Set(batch.newWords.map(\.text)) == ["/e", "d", "s", "v1", "go"])
        let latency = try #require(EventField.numbers.firstIndex(of: .latency))
        #expect(batch.numbers[latency] == 120.5)
        let typed = try #require(EventField.numbers.firstIndex(of: .charactersTyped))
        #expect(batch.numbers[typed].isNaN)
    }

    @Test func `source and id together are the identity`() {
        let other = Self.shown.replacing(#""source":"/e""#, with: #""source":"/f""#)
        let retold = Self.shown.replacing(#""n_chars":40"#, with: #""n_chars":41"#)
        let batch = read([Self.shown, other, retold].joined(separator: "\n"))

        #expect(batch.count == 3)
        #expect(batch.keys[0...1] != batch.keys[2...3])
        #expect(batch.keys[0...1] == batch.keys[4...5])
    }

    @Test func `unknown fields are counted and passed over, blank lines are none`() {
        let batch = read("\n  \r\n" + Self.shown.replacing(#""n_chars""#, with: #""colour""#) + "\n")

        #expect(batch.count == 1 && batch.lines == 1 && batch.unknownFields == 1)
        #expect(batch.nextLine == 4)
    }

    @Test(
        arguments: [
            (#""specversion":"1.0""#, #""specversion":"0.3""#, RejectionRule.unknownVersion),
            (#""specversion":"1.0","#, "", .envelope),
            (#""id":"1","#, "", .envelope),
            (#""id":"1""#, #""id":1"#, .wrongType),
            (#""id":"1""#, #""id":"""#, .outOfRange),
            (#""id":"1""#, #""id":"a\u0000b""#, .outOfRange),
            (#""id":"1""#, #""id":"1","id":"2""#, .malformed),
            ("shown.v1", "shown.v2", .unknownVersion),
            ("suggestion.shown.v1", "suggestion.sold.v1", .unknownType),
            ("2026-07-01T09:00:00Z", "yesterday", .envelope),
            ("2026-07-01T09:00:00Z", "2026-07-01T10:05:01Z", .futureTime),
            ("2026-07-01T09:00:00Z", "2019-12-31T23:59:59Z", .ancientTime),
            (#""latency_ms":120.5,"#, "", .missingField),
            (#""developer_id":"d","#, "", .missingField),
            (#""latency_ms":120.5"#, #""latency_ms":"120.5""#, .wrongType),
            (#""latency_ms":120.5"#, #""latency_ms":null"#, .wrongType),
            (#""latency_ms":120.5"#, #""latency_ms":-1"#, .outOfRange),
            (#""latency_ms":120.5"#, #""latency_ms":1e300"#, .outOfRange),
            (#""n_chars":40"#, #""n_chars":40.5"#, .wrongType),
            (#""n_chars":40"#, #""n_chars":99999999999999999999"#, .malformed),
            (#""language":"go""#, #""language":["go"]"#, .wrongType),
            ("}}", "}", .malformed),
            ("}}", "}}]", .malformed),
        ]
    )
    func `a broken line names its rule`(part: String, replacement: String, rule: RejectionRule) throws {
        let line = Self.shown.replacing(part, with: replacement, maxReplacements: 1)
        try #require(line != Self.shown)

        let batch = read(Self.shown + "\n" + line + "\n" + Self.shown)

        #expect(batch.rejects.map(\.rule) == [rule])
        #expect(batch.rejects.first?.line == 2)
        #expect(batch.count == 2 && batch.words.count == 2 * EventField.words.count)
        #expect(batch.numbers.count == 2 * EventField.numbers.count)
    }

    @Test func `an outcome is one of its kind's`() {
        let line = Self.shown.replacing("suggestion.shown", with: "suggestion.rejected")
            .replacing(#""n_chars":40"#, with: #""outcome":"sold""#)

        #expect(read(line).rejects.map(\.rule) == [.outOfRange])
        #expect(read(line.replacing("sold", with: "explicit")).count == 1)
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 10_000), "\u{0}", "null",
        "[]",
        "{\"data\":7}", String(repeating: "x", count: 70_000),
    ])
    func `nesting, noise and length are refused`(line: String) {
        let batch = read(line)

        #expect(batch.count == 0)
        #expect([.malformed, .tooLong].contains(batch.rejects.first?.rule))
        #expect((batch.rejects.first?.text.count ?? 0) <= RejectedLine.keptBytes)
    }

    @Test func `random bytes and broken lines never stop the reader`() {
        var draws = GeneratorDraws(seed: 7)
        let good = Array(Self.shown.utf8)
        let reader = EventReader(received: Self.now)
        for _ in 0..<4000 {
            var line = good
            for _ in 0...draws.index(below: 4) {
                line[draws.index(below: line.count)] = UInt8(draws.index(below: 256))
            }
            line = line.filter { $0 != 0x0A }

            let batch = line.withUnsafeBytes { reader.read($0, firstLine: 1) }

            #expect(batch.count + batch.rejects.count == 1)
        }
    }
}
