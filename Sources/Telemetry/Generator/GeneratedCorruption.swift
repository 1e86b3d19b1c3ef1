/// Lines that no import may take for events.
enum GeneratedCorruption {
    /// A broken line, of one of ten kinds.
    static func line(
        _ kind: EventKind,
        _ time: Int64,
        _ common: [UInt8],
        _ draws: inout GeneratorDraws
    ) -> [UInt8] {
        var writer = EventLineWriter(serial: 0xBAD0_0000_0000_0000 | draws.word() >> 16)
        func event(
            type: EventKind = .sessionStarted,
            at time: Int64,
            _ own: String,
            writer: inout EventLineWriter
        ) -> [UInt8] {
            let fields = String(decoding: common, as: UTF8.self)
            let hasSession = fields.contains("session_id")
            writer.append(
                type,
                at: time,
                common: common,
                own: (hasSession ? "" : #","session_id":"w0","language":"go""#) + own
            )
            return Array(writer.bytes.dropLast())
        }
        switch draws.index(below: 10) {
        case 0: return Array(event(at: time, "", writer: &writer).dropLast(7))
        case 1: return Array(#"{"specversion":"1.0","type":"dev.assist.session.started.v1"}"#.utf8)
        case 2: return [0xFF, 0xFE] + event(at: time, "", writer: &writer)
        case 3:
            return event(
                type: .suggestionShown,
                at: time,
                #","suggestion_id":"x","latency_ms":-5"#,
                writer: &writer
            )
        case 4:
            return event(
                type: .suggestionShown,
                at: time,
                #","suggestion_id":"x","latency_ms":"fast""#,
                writer: &writer
            )
        case 5: return event(type: .suggestionShown, at: time, #","suggestion_id":"x""#, writer: &writer)
        // Clocks of another era.
        case 6: return event(at: 0, "", writer: &writer)
        case 7: return event(at: 7_258_118_400_000, "", writer: &writer)
        case 8:
            let text = String(decoding: event(at: time, "", writer: &writer), as: UTF8.self)
            return Array(text.replacing(".v1\"", with: ".v9\"").utf8)
        default: return Array(String(repeating: "[", count: 200).utf8)
        }
    }
}
