package import HarnessCore
package import Runners

/// Programs of several languages, each judged by the trial of its own.
package struct PolyglotTrial: ObservableTrial {
    private let catalog: RunnerCatalog
    private let trial: @Sendable (Language) async throws -> SandboxTrial

    /// `trial` gives the trial of a language, and throws where the language is not to be had.
    package init(
        catalog: RunnerCatalog,
        trial: @escaping @Sendable (Language) async throws -> SandboxTrial
    ) {
        self.catalog = catalog
        self.trial = trial
    }

    package func program(for sample: Sample, task: EvalTask) -> String {
        // A language without a runner is refused before anything is planned.
        (try? catalog.runner(for: sample.language))?.program(for: sample, task: task) ?? sample.text
    }

    package func verdict(
        for task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> Verdict {
        try await trial(sample.language).verdict(for: task, sample: sample, program: program, limits: limits)
    }

    package func observe(
        _ task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> TrialObservation {
        try await trial(sample.language).observe(task, sample: sample, program: program, limits: limits)
    }
}
