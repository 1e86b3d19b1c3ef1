import HarnessCore

/// What a candidate's driver wrote, read as far as it follows the protocol.
///
/// After `L` the candidate shares the driver's process and can write to its channel too, so anything that an
/// honest driver would not write is reported as a `Breach`. Forged answers in good order need no defence:
/// without the expected values, forging a right answer is giving one.
struct Transcript {
    var isLoaded = false
    var loadFailure: Diagnostic?
    /// Answers in the order of the calls.
    var answers: [Answer] = []
    var isEnded = false
    var breach: Breach?
    /// Whether the driver wrote anything at all.
    var isEmpty = true
    /// Values that the rest may still hold.
    private var room = WireFormat.maximumValues

    enum Answer {
        /// `argumentsAfter` is nil where the call left its arguments as they were.
        case returned(Value, argumentsAfter: [Value]?)
        case raised(Diagnostic)
    }

    /// A departure from the protocol.
    struct Breach {
        var rule: DecidingRule
        var message: String

        var mode: FailureMode { rule == .resultTooLarge ? .output : .forgedResult }
    }

    /// Reads a captured channel.
    ///
    /// With `isCutShort` (the program was killed or crashed) an incomplete last frame is no breach.
    /// `expectedAnswers` is nil for the half of an examined pair, whose answers go elsewhere: only its
    /// exceptions are copied here, and its numbers have gaps.
    init(_ bytes: [UInt8], expectedAnswers: Int?, isCutShort: Bool) {
        isEmpty = bytes.isEmpty
        var frames = WireFormat.Frames(in: bytes)
        var count = 0
        while let frame = frames.next() {
            if let reason = accept(frame, isFirst: count == 0, expectedAnswers: expectedAnswers) {
                breach = reason
                return
            }
            count += 1
        }
        if frames.isBroken, !isCutShort {
            breach = Breach(rule: .wireGarbage, message: "bytes after frame \(count) are no frame")
        }
    }

    private mutating func accept(_ frame: WireFormat.Frame, isFirst: Bool, expectedAnswers: Int?) -> Breach? {
        let kind = Character(Unicode.Scalar(frame.kind))
        if isEnded { return Breach(rule: .wireAfterEnd, message: "frame \(kind) after the end") }
        let values: [Value]
        do {
            values = try frame.values(room: &room)
        } catch {
            if room < 0 { return Breach(rule: .resultTooLarge, message: "more values than are read") }
            return Breach(rule: .wireGarbage, message: "frame \(kind): \(error)")
        }
        switch (kind, values.count) {
        case ("A", 0) where isFirst: return nil
        case ("L", 0) where !isLoaded && loadFailure == nil:
            isLoaded = true
            return nil
        case ("E", 1) where !isLoaded && loadFailure == nil:
            guard let diagnostic = Diagnostic(values[0]) else {
                return Breach(rule: .wireGarbage, message: "frame E holds no diagnostic")
            }
            loadFailure = diagnostic
            return nil
        case ("R", 3) where isLoaded, ("X", 2) where isLoaded:
            return acceptAnswer(kind, values, expectedAnswers: expectedAnswers)
        case ("Z", 1) where isLoaded || loadFailure != nil:
            return acceptEnd(values[0], expectedAnswers: expectedAnswers)
        default:
            return Breach(rule: .wireOrder, message: "frame \(kind) out of place")
        }
    }

    private mutating func acceptAnswer(_ kind: Character, _ values: [Value], expectedAnswers: Int?) -> Breach?
    {
        if let expectedAnswers {
            guard case .int(let sequence) = values[0], sequence == Int64(answers.count) else {
                let found = EvidenceText.rendered(values[0], limit: 40)
                return Breach(rule: .wireSequence, message: "answer \(found) instead of \(answers.count)")
            }
            guard answers.count < expectedAnswers else {
                return Breach(rule: .wireSequence, message: "more answers than calls")
            }
        }
        if kind == "X" {
            guard let diagnostic = Diagnostic(values[1]) else {
                return Breach(rule: .wireGarbage, message: "frame X holds no diagnostic")
            }
            // The answers of an examined candidate went to its test; nobody reads them here.
            if expectedAnswers != nil { answers.append(.raised(diagnostic)) }
            return nil
        }
        guard expectedAnswers != nil else { return nil }
        switch values[2] {
        case .null: answers.append(.returned(values[1], argumentsAfter: nil))
        case .list(let arguments): answers.append(.returned(values[1], argumentsAfter: arguments))
        default: return Breach(rule: .wireGarbage, message: "frame R holds no list of arguments")
        }
        return nil
    }

    private mutating func acceptEnd(_ count: Value, expectedAnswers: Int?) -> Breach? {
        isEnded = true
        guard let expectedAnswers, loadFailure == nil else { return nil }
        guard answers.count == expectedAnswers, count == .int(Int64(expectedAnswers)) else {
            let found = EvidenceText.rendered(count, limit: 40)
            return Breach(
                rule: .wireCount,
                message: "end after \(found) answers, \(answers.count) seen, \(expectedAnswers) expected"
            )
        }
        return nil
    }
}
