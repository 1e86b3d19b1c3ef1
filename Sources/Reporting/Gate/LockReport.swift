import HarnessCore
package import Scoring

/// Whether what was locked is unchanged.
package struct LockReport: Report {
    private let path: String
    private let policy: GatePolicy
    private let baseline: ComparedRun
    private let faults: [String]

    package init(path: String, policy: GatePolicy, baseline: ComparedRun, faults: [String]) {
        self.path = path
        self.policy = policy
        self.baseline = baseline
        self.faults = faults
    }

    package func lines(_ style: TextStyle) -> [String] {
        let subject =
            "policy \(policy.name) \(policy.hash.hexadecimal.prefix(12)), baseline \(baseline.name) \(baseline.reference)"
        guard !faults.isEmpty else { return style.wrapped(printable("✔ \(path): \(subject)")) }
        return style.wrapped(printable("✘ \(path): not as locked"))
            + faults.flatMap { style.wrapped(printable($0), indent: "  ") }
    }

    package var json: JSONValue {
        .document(
            "lock",
            [
                "path": .text(path), "policy": .text(policy.name),
                "policy_hash": .text(policy.hash.hexadecimal), "base": CompareReport.json(baseline),
                "ok": .bool(faults.isEmpty), "faults": .array(faults.map(JSONValue.text)),
            ]
        )
    }
}
