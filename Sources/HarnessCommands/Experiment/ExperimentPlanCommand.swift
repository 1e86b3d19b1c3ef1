import ArgumentParser
import Experiments
import HarnessCore
import Reporting

/// Tells what an experiment needs: `evalharness experiment plan`.
struct ExperimentPlanCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Tell the units that a design needs, and what it would see at its horizon",
        discussion: """
            Examples:
              evalharness experiment plan design.yaml
              evalharness experiment plan --baseline 0.28 --effect 2pp
              evalharness experiment plan --baseline 0.28 --effect 2pp --events 40 --correlation 0.05
              evalharness experiment plan --baseline 300 --sd 120 --effect 15
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("A design in YAML, or none with --baseline.", valueName: "design"))
    var design: String?

    @Option(
        help: ArgumentHelp("The change to show. (default: what the design calls relevant)", valueName: "size")
    )
    var effect: String?

    @Option(help: ArgumentHelp("Share or mean of the control, in place of a design.", valueName: "number"))
    var baseline: Double?

    @Option(help: ArgumentHelp("Standard deviation of one value; none for a share.", valueName: "number"))
    var sd: Double?

    @Option(help: ArgumentHelp("Events per unit, where units are assigned.", valueName: "n"))
    var events = 1.0

    @Option(help: ArgumentHelp("Intraclass correlation of the events of a unit.", valueName: "r"))
    var correlation = 0.0

    @Option(help: ArgumentHelp("Two-sided error of the first kind. (default: 0.05)", valueName: "share"))
    var alpha: Double?

    @Option(help: ArgumentHelp("Chance of showing the change. (default: 0.8)", valueName: "share"))
    var power: Double?

    func validate() throws {
        if (design == nil) == (baseline == nil) {
            throw ValidationError("plan needs a design, or --baseline with --effect")
        }
        if design != nil, sd != nil || events != 1 || correlation != 0 || alpha != nil || power != nil {
            throw ValidationError("with a design, what it assumes stands in the design")
        }
        if baseline != nil, effect == nil { throw ValidationError("--baseline needs --effect, such as 2pp") }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        let effect = try effect.map { text throws(HarnessError) in
            try ExperimentValues.size(text, flag: "--effect")
        }
        let plan: ExperimentPlan
        if let design {
            let read = try ExperimentDesignReader.read(design, in: context)
            plan = try experimenting(at: design) { () throws(ExperimentError) in
                try ExperimentPlan(read.design, effect: effect)
            }
        } else {
            let assumed = assumed()
            do {
                plan = try ExperimentPlan(assumed, effect: effect)
            } catch {
                throw HarnessError(.usage, "these numbers have no plan: \(error)")
            }
        }
        try context.console.show(ExperimentPlanReport(plan))
        if let design {
            context.console.suggestNext("evalharness experiment simulate \(printable(design))")
        }
        return .done
    }

    private func assumed() -> ExperimentDesign {
        let assumptions = MetricAssumptions(
            base: baseline ?? 0,
            standardDeviation: sd,
            eventsPerUnit: events,
            intraclassCorrelation: correlation
        )
        let metric = Metric(
            "metric",
            kind: sd == nil ? (events > 1 ? .ratio : .proportion) : .mean,
            assumptions: assumptions
        )
        return ExperimentDesign(
            name: "plan",
            unit: "unit",
            arms: [Arm("control"), Arm("treated")],
            metrics: [metric],
            alpha: alpha ?? 0.05,
            power: power ?? 0.8
        )
    }
}

/// Texts of flags that name sizes and counts.
enum ExperimentValues {
    /// A size in the unit of a metric: `15`, `0.02`, `2pp`.
    static func size(_ text: String, flag: String) throws(HarnessError) -> Double {
        let isPoints = text.lowercased().hasSuffix("pp")
        guard let number = Double(isPoints ? String(text.dropLast(2)) : text), number.isFinite, number > 0
        else {
            throw HarnessError(.usage, "\(flag) \"\(text)\": must be a size such as 15, 0.02 or 2pp")
        }
        return isPoints ? number / 100 : number
    }
}
