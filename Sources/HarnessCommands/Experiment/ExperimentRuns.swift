import Experiments
import HarnessCore
import Reporting
import Scoring

/// Takes stored runs, or foreign counts, as the arms of a paired experiment: a problem is a unit, a task a row.
struct ExperimentRuns {
    let runs: [ComparedRun]

    /// The design that asks whether the later runs pass more than the first.
    func design(relevantEffect: Double?) -> ExperimentDesign {
        ExperimentDesign(
            name: runs.map(\.name).joined(separator: ", "),
            unit: "problem",
            arms: armNames.map { Arm($0) },
            metrics: [Metric("pass@1", kind: .mean, relevantEffect: relevantEffect)],
            isPaired: true
        )
    }

    /// Models by name; two runs of one model by run.
    private var armNames: [String] {
        Set(runs.map(\.name)).count == runs.count
            ? runs.map { printable($0.name) } : runs.map { printable($0.reference) }
    }

    /// Reads the metrics of a design off the runs, arm by arm in their order.
    ///
    /// Rows of tasks that lack a metric in some run are left out; a problem that lacks an arm is set aside by the
    /// analysis.
    ///
    /// - Throws: `usage` for a metric that runs do not have, `nothingSelected` where no task has all of them.
    func data(for design: ExperimentDesign) throws(HarnessError) -> ExperimentData {
        guard design.isPaired else {
            throw HarnessError(
                .usage,
                "runs answer the same tasks, but the design does not pair them",
                remedy: "add \"paired: true\" to the design"
            )
        }
        guard design.arms.count == runs.count else {
            throw HarnessError(.usage, "\(runs.count) runs for the \(design.arms.count) arms of the design")
        }
        let metrics = try (design.metrics + design.guardrails.map(\.metric)).map {
            metric throws(HarnessError) in
            guard let measure = ComparisonMetric(name: metric.name), metric.kind != .ratio else {
                throw HarnessError(
                    .usage,
                    "runs have no \(metric.kind.rawValue) called \"\(metric.name)\"",
                    remedy: "kind: mean, and one of " + ComparisonMetric.knownNames.joined(separator: ", ")
                )
            }
            return (metric.name, measure)
        }
        // What a task lacks in one run is left out of all: pairs are of equal tasks.
        let answered = runs.map { run in
            Set(run.tasks.filter { task in metrics.allSatisfy { $0.1.value(of: task) != nil } }.map(\.key))
        }
        let shared = answered.dropFirst().reduce(answered[0]) { $0.intersection($1) }
        var data = ExperimentData(units: [], arms: [], metrics: [:])
        var problems: [String: Int] = [:]
        var columns = [[Double]](repeating: [], count: metrics.count)
        var segments: [String: [String]] = ["language": [], "category": [], "difficulty": []]
        for (arm, run) in runs.enumerated() {
            for task in run.tasks where shared.contains(task.key) {
                let next = problems.count
                data.units.append(problems[task.cluster, default: next])
                problems[task.cluster] = problems[task.cluster] ?? next
                data.arms.append(arm)
                for (index, metric) in metrics.enumerated() {
                    columns[index].append(metric.1.value(of: task) ?? 0)
                }
                segments["language"]?.append(task.key.language.rawValue)
                segments["category"]?.append(task.category ?? "(none)")
                segments["difficulty"]?.append(task.difficulty ?? "(none)")
            }
        }
        guard !data.units.isEmpty else {
            throw HarnessError(
                .nothingSelected,
                "no task that all runs share has " + metrics.map(\.0).joined(separator: " and "),
                remedy: "take runs of one suite, finish them, or ask for a smaller k"
            )
        }
        for (metric, column) in zip(metrics, columns) { data.metrics[metric.0] = .init(column) }
        // A single label is no dimension.
        data.segments = segments.filter { Set($0.value).count > 1 }
        return data
    }
}
