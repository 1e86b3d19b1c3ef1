import HarnessCore
package import ResultStore

/// One sample in full: the verdict, the evidence and the program.
package struct SampleReport: Report {
    private let runID: String
    private let detail: SampleDetail
    /// What the deciding rule says, in one sentence; nil where nobody knows.
    private let ruleSummary: String?
    /// Lines of the program that are printed.
    private let longestProgram: Int

    package init(
        runID: String,
        _ detail: SampleDetail,
        ruleSummary: String? = nil,
        longestProgram: Int = 60
    ) {
        self.runID = runID
        self.detail = detail
        self.ruleSummary = ruleSummary
        self.longestProgram = longestProgram
    }

    private var row: SampleRow { detail.row }
    private var verdict: Verdict? { row.result?.verdict }

    package func lines(_ style: TextStyle) -> [String] {
        var lines = [
            style.coloured("\(printable(row.taskID)) #\(row.index)", .bold)
                + "   \(row.outcomeName)   \(runID)"
        ]
        if let verdict {
            lines.append("rule      \(printable(verdict.rule))")
            if let ruleSummary { lines.append("          \(ruleSummary)") }
            if verdict.casesTotal > 0 {
                lines.append("cases     \(verdict.casesPassed) of \(verdict.casesTotal) passed")
            }
            lines += Self.block("message", verdict.evidence.message)
            if let line = verdict.evidence.line { lines.append("line      \(line)") }
            if let position = verdict.evidence.caseIndex { lines.append("case      \(position + 1)") }
            if let expected = verdict.evidence.expected { lines += Self.block("expected", expected) }
            if let actual = verdict.evidence.actual { lines += Self.block("actual", actual) }
            lines.append("trust     \(verdict.trust.rawValue), isolation \(verdict.isolation.rawValue)")
        }
        if let label = row.plantedLabel { lines.append("planted   \(printable(label))") }
        if let distance = row.result?.editDistance {
            let share = Numbers.fixed(distance.normalized, places: 2)
            lines.append("edit      \(distance.raw) characters from the reference (\(share))")
        }
        lines.append("")
        lines += programLines(style)
        if let usage = verdict?.usage {
            let cpu = Numbers.duration(seconds: Double(usage.cpuMicroseconds) / 1e6)
            let wall = Numbers.duration(seconds: Double(usage.wallMicroseconds) / 1e6)
            let memory = usage.peakMemoryBytes.map { ", memory \(Numbers.bytes($0))" } ?? ""
            lines += ["", "time cpu \(cpu), elapsed \(wall)\(memory)"]
        }
        return lines
    }

    package var json: JSONValue {
        var fields = row.json
        fields["run"] = .text(runID)
        fields["prompt"] = .text(detail.prompt)
        fields["completion"] = .text(detail.completion)
        fields["program"] = .text(detail.program)
        fields["reference"] = .optional(detail.reference)
        return .document("sample", fields)
    }

    private func programLines(_ style: TextStyle) -> [String] {
        var source = printableLines(detail.program)
        while source.last?.isEmpty == true { source.removeLast() }
        let marked = verdict?.evidence.line
        var lines: [String] = []
        for (position, text) in source.enumerated().prefix(longestProgram) {
            let number = TextWidth.pad("\(position + 1)", to: 4, alignment: .right)
            let isMarked = position + 1 == marked
            let line = "\(number) \(isMarked ? ">" : "|") \(text)".trimmingTrailingSpaces
            lines.append(isMarked ? style.coloured(line, .red) : line)
        }
        if source.count > longestProgram {
            lines.append(
                "     … \(Numbers.count(source.count - longestProgram)) more lines; --json has them all"
            )
        }
        return lines
    }

    /// At most 20 lines of untrusted text beside its name.
    private static func block(_ name: String, _ text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        let lines = printableLines(text)
        var result = lines.prefix(20).enumerated().map { position, line in
            TextWidth.pad(position == 0 ? name : "", to: 10) + line
        }
        if lines.count > 20 { result.append("          … \(lines.count - 20) more lines") }
        return result
    }
}
