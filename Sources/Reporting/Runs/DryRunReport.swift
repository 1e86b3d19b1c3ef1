package import HarnessCore

/// What a run would do.
package struct DryRunReport: Report {
    private let model: String
    private let suite: String
    private let tasks: Int
    private let samples: Int
    private let programs: Int
    private let known: Int
    private let isolation: IsolationLevel
    private let jobs: Int

    /// Describes a plan; `known` programs have a verdict from an earlier run.
    package init(
        model: String,
        suite: String,
        tasks: Int,
        samples: Int,
        programs: Int,
        known: Int,
        isolation: IsolationLevel,
        jobs: Int
    ) {
        self.model = model
        self.suite = suite
        self.tasks = tasks
        self.samples = samples
        self.programs = programs
        self.known = known
        self.isolation = isolation
        self.jobs = jobs
    }

    package func lines(_ style: TextStyle) -> [String] {
        style.wrapped(
            "would evaluate \(Numbers.count(samples, "sample")) of \(Numbers.count(tasks, "task")) of "
                + "\(printable(suite)) by \(printable(model)): \(Numbers.count(programs, "different program")), "
                + "\(Numbers.count(known)) known from earlier runs, \(Numbers.count(programs - known)) to run, "
                + "\(jobs) at a time, isolation \(isolation.rawValue)"
        )
    }

    package var json: JSONValue {
        .document(
            "plan",
            [
                "model": .text(model), "suite": .text(suite), "tasks": .integer(tasks),
                "samples": .integer(samples), "programs": .integer(programs), "known": .integer(known),
                "isolation": .text(isolation.rawValue), "jobs": .integer(jobs),
            ]
        )
    }
}
