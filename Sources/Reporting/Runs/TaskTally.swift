import HarnessCore
import Scoring

/// Tasks by how many of their judged samples pass.
struct TaskTally: Hashable {
    private(set) var always = 0
    private(set) var sometimes = 0
    private(set) var never = 0

    init(_ samples: [ScoredSample]) {
        let judged = samples.filter { $0.outcome != .infrastructureError }
        for (_, samples) in Dictionary(grouping: judged, by: \.taskID) {
            let passed = samples.count { $0.outcome == .passed }
            if passed == samples.count {
                always += 1
            } else if passed == 0 {
                never += 1
            } else {
                sometimes += 1
            }
        }
    }

    var sentence: String {
        "\(Numbers.count(always, "task")) always \(always == 1 ? "passes" : "pass"), "
            + "\(Numbers.count(never)) never, \(Numbers.count(sometimes)) sometimes."
    }

    var json: JSONValue {
        .object(["always": .integer(always), "sometimes": .integer(sometimes), "never": .integer(never)])
    }
}
