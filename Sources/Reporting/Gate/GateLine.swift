import Scoring

/// One line of a gate's report: a check, or all parts of one rule together.
struct GateLine: Sendable, Hashable {
    var kind: GateCheck.Kind
    var state: GateCheck.State
    var demand: String
    var finding: String
    /// The parts that did not pass, or the parts with too few tasks.
    var parts: [GateCheck]

    /// Groups the checks of a rule, in their order.
    static func lines(_ checks: [GateCheck]) -> [GateLine] {
        var lines: [GateLine] = []
        var rest = checks[...]
        while let check = rest.first {
            guard let measure = check.measure, measure.rule.dimension != nil else {
                lines.append(
                    GateLine(
                        kind: check.kind,
                        state: check.state,
                        demand: check.demand,
                        finding: check.finding,
                        parts: []
                    )
                )
                rest = rest.dropFirst()
                continue
            }
            let parts = Array(rest.prefix { $0.measure?.rule == measure.rule && $0.kind == check.kind })
            lines.append(GateLine(check.kind, measure.rule, parts))
            rest = rest.dropFirst(parts.count)
        }
        return lines
    }

    private init(_ kind: GateCheck.Kind, _ rule: GateRule, _ parts: [GateCheck]) {
        self.kind = kind
        let order: [GateCheck.State] = [.failed, .inconclusive, .passed, .notJudged]
        state = order.first { state in parts.contains { $0.state == state } } ?? .notJudged
        demand = rule.demand(for: nil) + ", every \(rule.dimension?.rawValue ?? "part")"
        let judged = parts.filter { $0.state != .notJudged }
        let lowest = (judged.isEmpty ? parts : judged).min { ($0.measure?.low ?? 1) < ($1.measure?.low ?? 1) }
        finding =
            lowest.map { "lowest: \(Self.name(of: $0)) \(EffectRow.points($0.measure?.low)) pp" }
            ?? "nothing judged"
        self.parts = parts.filter { $0.state != .passed }
    }

    private init(
        kind: GateCheck.Kind,
        state: GateCheck.State,
        demand: String,
        finding: String,
        parts: [GateCheck]
    ) {
        self.kind = kind
        self.state = state
        self.demand = demand
        self.finding = finding
        self.parts = parts
    }

    /// The line and its parts, broken to the style's width.
    func text(_ style: TextStyle) -> [String] {
        let name = TextWidth.pad(kind.word, to: 12)
        var lines = style.wrapped(printable("\(demand): \(finding)"), indent: "              ")
        lines[0] = "\(state.coloured(style)) \(name)" + lines[0].dropFirst(14)
        for part in parts {
            let text = "\(Self.name(of: part)): \(part.finding)"
            var wrapped = style.wrapped(printable(text), indent: "                ")
            wrapped[0] = "              \(part.state.coloured(style)) " + wrapped[0].dropFirst(16)
            lines += wrapped
        }
        return lines
    }

    static func name(of check: GateCheck) -> String { check.measure?.effect.segment?.value ?? "all" }
}

extension GateCheck.Kind {
    var word: String {
        switch self {
        case .infrastructure: "infra"
        default: rawValue
        }
    }
}

extension GateCheck.State {
    /// A mark that needs no colour.
    var mark: String {
        switch self {
        case .passed: "✔"
        case .failed: "✘"
        case .inconclusive: "?"
        case .notJudged: "–"
        }
    }

    fileprivate func coloured(_ style: TextStyle) -> String {
        switch self {
        case .passed: style.coloured(mark, .green)
        case .failed: style.coloured(mark, .red)
        case .inconclusive: style.coloured(mark, .yellow)
        case .notJudged: style.coloured(mark, .dim)
        }
    }
}
