import HarnessCore

/// What an examiner, or a driver that runs test and candidate together, says about a check.
struct ExaminerVerdict {
    var outcome: Outcome
    /// Calls that the candidate answered.
    var calls: Int
    var message: String
    /// Line in the test, from 1.
    var line: Int?
    /// Text of the failed assertion.
    var source: String?
    var expected: String?
    var actual: String?
    /// Class names of the two sides of a failed comparison, where the test shows both.
    var expectedType: String?
    var actualType: String?
    var diagnostic: Diagnostic?
    var nonce: String?

    enum Outcome: String {
        case passed
        case assertion
        case candidateRaised = "candidate-raised"
        case testError = "test-error"
        case cannotCross = "cannot-cross"
        case candidateGone = "candidate-gone"
        case loadFailed = "load-failed"
        case brokenProtocol = "protocol"
        /// The test passes on what the candidate gave it, and that is no plain data.
        case unusableAnswer = "unusable-answer"
        /// An answer holds more values than the test takes.
        case tooLarge = "too-large"
        /// What the answers became needs more memory than the test has.
        case overwhelmed
    }

    /// Reads the `V` frames of a results channel; nil unless there is exactly one and nothing is left over.
    ///
    /// With `kinds` other frames may stand before it: those of the candidate's half in a shared process.
    init?(_ bytes: [UInt8], besides kinds: Set<Character> = []) {
        var frames = WireFormat.Frames(in: bytes)
        var last: WireFormat.Frame?
        while let frame = frames.next() {
            if let last, !kinds.contains(Character(Unicode.Scalar(last.kind))) { return nil }
            last = frame
        }
        guard !frames.isBroken, let frame = last, frame.kind == UInt8(ascii: "V"),
            let values = try? frame.values(), values.count == 1, let fields = WireFields(values[0]),
            let outcome = fields.text("outcome").flatMap(Outcome.init)
        else { return nil }
        self.outcome = outcome
        calls = fields.natural("calls") ?? 0
        message = fields.text("message") ?? ""
        line = fields.natural("line")
        source = fields.text("source")
        expected = fields.rendered("expected")
        actual = fields.rendered("actual")
        expectedType = fields.text("expected_type")
        actualType = fields.text("actual_type")
        diagnostic = fields["diagnostic"].flatMap(Diagnostic.init)
        nonce = fields.text("nonce")
    }

    /// Whether the two sides of a failed comparison are different kinds of things.
    ///
    /// Python's numbers and its sets compare across their types, so those are one kind each.
    var comparesDifferentTypes: Bool {
        guard let expectedType, let actualType else { return false }
        func kind(_ type: String) -> String {
            switch type {
            case "int", "float", "bool", "complex": "number"
            case "set", "frozenset": "set"
            case "dict", "OrderedDict", "defaultdict", "Counter": "dict"
            default: type
            }
        }
        return kind(expectedType) != kind(actualType)
    }

    /// What the test said, for a verdict: `test line 7: assert candidate(2) == 4`.
    ///
    /// The line goes into the message because `Evidence.line` counts lines of the candidate.
    var evidence: Evidence {
        var parts: [String] = []
        if let source { parts.append(EvidenceText.escaped(source, limit: 300)) }
        if !message.isEmpty { parts.append(EvidenceText.escaped(message, limit: 300)) }
        let place = line.map { "test line \($0): " } ?? ""
        return Evidence(
            message: place + parts.joined(separator: ": "),
            expected: expected,
            actual: actual
        )
    }
}
