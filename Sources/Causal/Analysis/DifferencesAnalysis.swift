package import Statistics

/// A treatment that units take up over time, by two regressions and by cohorts.
package struct DifferencesAnalysis: Sendable {
    package let panel: Panel
    package let convention: TwoWayFixedEffects.Convention
    /// Fixed effects for units and periods.
    package let fixedEffects: Estimate
    /// Cohorts against units not treated; why there is none otherwise.
    package let staggered: Result<StaggeredAdoption, CausalError>
    /// By one regression; nil where not every time since treatment is identified.
    package let regression: EventStudy?

    /// - Throws: `.statistics` where fixed effects explain the treatment.
    package init(
        _ panel: Panel,
        convention: TwoWayFixedEffects.Convention = .nested,
        comparison: StaggeredAdoption.Comparison? = nil
    ) throws(CausalError) {
        self.panel = panel
        self.convention = convention
        do {
            fixedEffects = try TwoWayFixedEffects(panel, convention: convention).estimate()
        } catch .collinear {
            throw .data(
                "units and periods explain the treatment: every unit is treated from the same period on"
            )
        } catch {
            throw .statistics(error)
        }
        staggered = Result { () throws(CausalError) in try StaggeredAdoption(panel, comparison: comparison) }
        regression = try? EventStudy(regression: panel, convention: convention)
    }

    /// The answer: cohorts where they give one.
    package var headline: Estimate { (try? staggered.get().overall) ?? fixedEffects }

    /// Effects by time since treatment and the test before it: by cohorts, else by regression.
    package var eventStudy: EventStudy? { (try? staggered.get().eventStudy) ?? regression }
}
