import Foundation
import HarnessCore
import Scoring
import Yams

/// Reads a gate's policy from YAML; everything the product does not know is refused with its line.
struct GatePolicyReader {
    let reader: NodeReader

    /// Reads the mapping of one policy.
    func policy(_ entries: [NodeReader.Entry], name: String) throws(HarnessError) -> GatePolicy {
        var baseline: String?
        var primary: GateRule?
        var guardrails: [GateRule] = []
        var requirements = GateRequirements()
        var inconclusive = GatePolicy.Inconclusive.fail
        let section = "gate.\(name)"
        for entry in entries {
            switch entry.key {
            case "baseline": baseline = try reader.text(entry)
            case "primary":
                primary = try rule(try reader.entries(of: entry.value, named: "primary"), at: entry)
            case "guardrails":
                for item in try reader.items(of: entry) {
                    guardrails.append(try rule(try reader.entries(of: item, named: "a guardrail"), at: entry))
                }
            case "require": requirements = try require(entry)
            case "inconclusive": inconclusive = try reader.choice(entry)
            default:
                throw reader.unknownKey(
                    entry,
                    in: section,
                    known: ["baseline", "primary", "guardrails", "require", "inconclusive"]
                )
            }
        }
        guard let primary else {
            throw HarnessError(
                .badConfiguration,
                "\(section) has no \"primary\" rule",
                at: entries.first?.location ?? reader.path,
                remedy: "add a line such as \"primary: { metric: pass@1, rule: not-worse, margin: 3pp }\""
            )
        }
        return GatePolicy(
            name: name,
            baseline: baseline,
            primary: primary,
            guardrails: guardrails,
            requirements: requirements,
            inconclusive: inconclusive
        )
    }

    // MARK: - Rules

    private func rule(
        _ entries: [NodeReader.Entry],
        at place: NodeReader.Entry
    ) throws(HarnessError) -> GateRule {
        var metric: ComparisonMetric?
        var dimension: SegmentDimension?
        var kind: GateRule.Kind?
        var margin: Double?
        var population: GateRule.Population?
        var alpha: Double?
        var minimumTasks = 1
        for entry in entries {
            switch entry.key {
            case "metric": metric = try valid(ComparisonValues.metric(try reader.text(entry)), entry)
            case "by": dimension = try valid(ComparisonValues.dimension(try reader.text(entry)), entry)
            case "rule": kind = try reader.choice(entry)
            case "margin": margin = try valid(ComparisonValues.points(try reader.text(entry)), entry)
            case "population": population = try reader.choice(entry)
            case "alpha": alpha = try reader.number(entry, in: 0.0001...0.25)
            case "min_tasks": minimumTasks = Int(try reader.number(entry, in: 1...1_000_000))
            default:
                throw reader.unknownKey(
                    entry,
                    in: place.key,
                    known: ["metric", "by", "rule", "margin", "population", "alpha", "min_tasks"]
                )
            }
        }
        guard let metric else { throw missing("metric", place, "metric: pass@1") }
        guard let kind else { throw missing("rule", place, "rule: not-worse") }
        guard let margin else { throw missing("margin", place, "margin: 3pp") }
        return GateRule(
            metric: metric,
            dimension: dimension,
            kind: kind,
            margin: margin,
            population: population,
            alpha: alpha,
            minimumTasks: minimumTasks
        )
    }

    private func missing(_ key: String, _ place: NodeReader.Entry, _ example: String) -> HarnessError {
        reader.missing(key, in: "a rule of \(place.key)", at: place, example: example)
    }

    // MARK: - Requirements

    private func require(_ section: NodeReader.Entry) throws(HarnessError) -> GateRequirements {
        var requirements = GateRequirements()
        for entry in try reader.entries(of: section.value, named: "require") {
            switch entry.key {
            case "complete": requirements.isComplete = try reader.flag(entry)
            case "infra_errors_max": requirements.maximumInfrastructureShare = try share(entry)
            case "baseline_age_max": requirements.maximumBaselineDays = try days(entry)
            case "same":
                requirements.same = []
                for item in try reader.items(of: entry) {
                    guard case .scalar(let scalar) = item, let trait = RunTrait(rawValue: scalar.string)
                    else {
                        throw HarnessError(
                            .badConfiguration,
                            "same must be a list of settings",
                            at: entry.location,
                            remedy: "known: " + RunTrait.allCases.map(\.rawValue).joined(separator: ", ")
                        )
                    }
                    requirements.same.insert(trait)
                }
            default:
                throw reader.unknownKey(
                    entry,
                    in: "require",
                    known: ["complete", "infra_errors_max", "baseline_age_max", "same"]
                )
            }
        }
        return requirements
    }

    // MARK: - Values

    private func valid<Value>(
        _ result: Result<Value, ComparisonValues.Fault>,
        _ entry: NodeReader.Entry
    ) throws(HarnessError) -> Value {
        switch result {
        case .success(let value): return value
        case .failure(let fault): throw fault.error(.badConfiguration, in: entry.key, at: entry.location)
        }
    }

    /// A share as `0.5%` or `0.005`.
    private func share(_ entry: NodeReader.Entry) throws(HarnessError) -> Double {
        let text = try reader.text(entry)
        let isPercent = text.hasSuffix("%")
        guard let number = Double(isPercent ? text.dropLast() : text[...]),
            (0...1).contains(isPercent ? number / 100 : number)
        else { throw reader.invalid(entry, text, "must be a share such as 0.5% or 0.005") }
        return isPercent ? number / 100 : number
    }

    /// A time in days as `14d`, `12h` or `2w`.
    private func days(_ entry: NodeReader.Entry) throws(HarnessError) -> Double {
        let text = try reader.text(entry)
        let units: [Character: Double] = ["h": 1.0 / 24, "d": 1, "w": 7]
        guard let last = text.last, let unit = units[last], let number = Double(text.dropLast()), number > 0,
            number < 1e6
        else { throw reader.invalid(entry, text, "must be a time such as 14d, 12h or 2w") }
        return number * unit
    }
}
