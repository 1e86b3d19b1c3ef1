import HarnessCore

/// Failed samples by family and mode, the largest family first.
struct FailureBreakdown {
    let failures: [FailureMode: Int]
    /// Scored samples, what the failures are a part of.
    let samples: Int

    func lines(_ style: TextStyle) -> [String] {
        let total = failures.values.reduce(0, +)
        var lines = ["failures: \(Numbers.count(total)) of \(Numbers.count(samples, "sample"))"]
        let families = ranked
        let largest = families.first?.count ?? 0
        guard largest > 0 else { return lines }
        let countWidth = Numbers.count(largest).count
        for family in families {
            let bar = Numbers.bar(share: Double(family.count) / Double(largest), columns: 16)
            let start =
                TextWidth.pad(family.family.rawValue, to: 13) + "  "
                + TextWidth.pad(Numbers.count(family.count), to: countWidth, alignment: .right) + "  "
                + style.coloured(TextWidth.pad(bar, to: 16), .red) + "  "
                + TextWidth.pad(
                    Numbers.percent(Double(family.count) / Double(total)),
                    to: 7,
                    alignment: .right
                ) + "  "
            let width = 13 + 2 + countWidth + 2 + 16 + 2 + 7 + 2
            lines += modeLines(family.modes, after: start, width: width, style)
        }
        return lines
    }

    var json: JSONValue {
        .array(
            ranked.flatMap { family in
                family.modes.map { mode in
                    .object([
                        "class": .text(family.family.rawValue), "mode": .text(mode.mode.rawValue),
                        "count": .integer(mode.count),
                    ])
                }
            }
        )
    }

    private struct FamilyCount {
        var family: FailureMode.Family
        var count: Int
        var modes: [ModeCount]
    }

    private struct ModeCount {
        var mode: FailureMode
        var count: Int

        /// The mode's name inside its family.
        var name: String { mode.rawValue.split(separator: ".").last.map(String.init) ?? mode.rawValue }
    }

    private var ranked: [FamilyCount] {
        FailureMode.Family.allCases.compactMap { family in
            let modes = FailureMode.allCases
                .filter { $0.family == family }
                .map { ModeCount(mode: $0, count: failures[$0] ?? 0) }
                .filter { $0.count > 0 }
                .sorted { ($1.count, $0.mode.rawValue) < ($0.count, $1.mode.rawValue) }
            let count = modes.map(\.count).reduce(0, +)
            return count > 0 ? FamilyCount(family: family, count: count, modes: modes) : nil
        }
        .sorted { ($1.count, $0.family.rawValue) < ($0.count, $1.family.rawValue) }
    }

    /// The modes of one family, continued below themselves where a line is full.
    private func modeLines(
        _ modes: [ModeCount],
        after start: String,
        width: Int,
        _ style: TextStyle
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        for (position, mode) in modes.enumerated() {
            let text = "\(mode.name) \(Numbers.count(mode.count))" + (position < modes.count - 1 ? "," : "")
            if !line.isEmpty && width + line.count + 1 + text.count > style.columns {
                lines.append(line)
                line = text
            } else {
                line += (line.isEmpty ? "" : " ") + text
            }
        }
        lines.append(line)
        return lines.enumerated().map { position, text in
            (position == 0 ? start : String(repeating: " ", count: width)) + text
        }
    }
}
