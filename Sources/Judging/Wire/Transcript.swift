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

    enum Answer {
        /// `argumentsAfter` is nil where the call left its arguments as they were.
        case returned(Value, argumentsAfter: [Value]?)
        case raised(Diagnostic)
    }

    /// A departure from the protocol.
    struct Breach {
        var rule: DecidingRule
        var message: String
    }

    /// Reads a captured channel.
    ///
    /// With `isCutShort` (the program was killed or crashed) an incomplete last frame is no breach.
    /// `expectedAnswers` is nil for the half of an examined pair, whose answers go elsewhere: only its
    /// exceptions are copied here, and its numbers have gaps.
    init(_ bytes: [UInt8], expectedAnswers: Int?, isCutShort: Bool) {
        isEmpty = bytes.isEmpty
        let (frames, isComplete) = WireFormat.leadingFrames(in: bytes)
        for (index, frame) in frames.enumerated() {
            if let reason = accept(frame, isFirst: index == 0, expectedAnswers: expectedAnswers) {
                breach = reason
                return
            }
        }
        if !isComplete, !isCutShort {
            breach = Breach(rule: .wireGarbage, message: "bytes after frame \(frames.count) are no frame")
        }
    }

    private mutating func accept(_ frame: WireFormat.Frame, isFirst: Bool, expectedAnswers: Int?) -> Breach? {
        let kind = Character(Unicode.Scalar(frame.kind))
        if isEnded { return Breach(rule: .wireAfterEnd, message: "frame \(kind) after the end") }
        let values: [Value]
        do {
            values = try frame.values()
        } catch {
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
            answers.append(.raised(diagnostic))
            return nil
        }
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
