import HarnessCore

/// The faults of one input, told together: a file with three bad lines is mended in one go.
struct FaultList {
    /// More faults than this are counted, not shown.
    static let shownFaults = 10

    private var shown: [HarnessError] = []
    private var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func add(_ fault: HarnessError) {
        count += 1
        if shown.count < Self.shownFaults { shown.append(fault) }
    }

    /// Throws the only fault as it is, or several as one that lists them.
    func throwIfAny(in input: String) throws(HarnessError) {
        guard let first = shown.first else { return }
        guard count > 1 else { throw first }
        var lines = ["\(count) faults"]
        for fault in shown {
            lines.append("  \(fault.location.map { "\($0): " } ?? "")\(fault.message)")
            if let remedy = fault.remedy { lines.append("    \(remedy)") }
        }
        if count > shown.count { lines.append("  … and \(count - shown.count) more") }
        throw HarnessError(first.code, lines.joined(separator: "\n"), at: input)
    }
}
