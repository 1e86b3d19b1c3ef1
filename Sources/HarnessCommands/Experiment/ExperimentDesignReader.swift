import Experiments
import Foundation
import HarnessCore
import Statistics
import Yams

/// Reads the design of an experiment from YAML; everything the product does not know is refused with its line.
struct ExperimentDesignReader {
    private let reader: NodeReader

    /// A larger file is no design.
    private static let maximumBytes = 1 << 20

    /// A design, and where its numbers stand in a file of rows.
    struct Result {
        var design: ExperimentDesign
        var columns: ExperimentColumns
    }

    /// Reads a file.
    ///
    /// - Throws: `noInput` where there is none, `badConfiguration` with file and line.
    static func read(_ path: String, in context: CommandContext) throws(HarnessError) -> Result {
        let url = URL(fileURLWithPath: path, relativeTo: context.folder).absoluteURL.standardizedFileURL
        guard let handle = FileHandle(forReadingAtPath: url.path) else {
            throw HarnessError(.noInput, "there is no design here", at: path)
        }
        defer { try? handle.close() }
        // A folder opens as well, and cannot be read.
        guard let content = try? handle.read(upToCount: maximumBytes) ?? Data(),
            let text = String(data: content, encoding: .utf8)
        else { throw HarnessError(.badConfiguration, "cannot be read as UTF-8 text", at: path) }
        guard let root = try NodeReader.compose(text, path: path) else {
            throw HarnessError(.badConfiguration, "the design is empty", at: path)
        }
        let reader = NodeReader(path: path, folder: url.deletingLastPathComponent())
        let title = url.deletingPathExtension().lastPathComponent
        let entries = try reader.entries(of: root, named: "the design")
        return try ExperimentDesignReader(reader: reader).design(entries, name: title)
    }

    private static let keys = [
        "name", "unit", "arms", "metrics", "guardrails", "horizon", "monitored", "paired", "alpha", "power",
        "correction", "data",
    ]

    private func design(_ entries: [NodeReader.Entry], name: String) throws(HarnessError) -> Result {
        var design = ExperimentDesign(name: name, unit: "unit", arms: [], metrics: [])
        var columns = ExperimentColumns(unit: "", arm: "arm")
        for entry in entries {
            switch entry.key {
            case "name": design.name = try reader.text(entry)
            case "unit": design.unit = try reader.text(entry)
            case "arms": design.arms = try arms(entry)
            case "metrics": design.metrics = try metrics(entry, &columns).map(\.metric)
            case "guardrails":
                for (metric, margin) in try metrics(entry, &columns, needsMargin: true) {
                    design.guardrails.append(Guardrail(metric, margin: margin ?? 0))
                }
            case "horizon": design.horizon = Int(try reader.number(entry, in: 2...1e12))
            case "monitored": design.isMonitored = try reader.flag(entry)
            case "paired": design.isPaired = try reader.flag(entry)
            case "alpha": design.alpha = try reader.number(entry, in: 0.0001...0.4)
            case "power": design.power = try reader.number(entry, in: 0.05...0.9999)
            case "correction": design.correction = try reader.choice(entry)
            case "data": try data(entry, &columns)
            default: throw reader.unknownKey(entry, in: "the design", known: Self.keys)
            }
        }
        if columns.unit.isEmpty { columns.unit = design.unit }
        do {
            try design.validate()
        } catch {
            throw HarnessError(
                .badConfiguration,
                "the design does not fit together: \(error)",
                at: reader.path
            )
        }
        return Result(design: design, columns: columns)
    }

    /// A list of names, or a mapping of names to shares.
    private func arms(_ entry: NodeReader.Entry) throws(HarnessError) -> [Arm] {
        guard entry.value.mapping != nil else { return try reader.texts(of: entry).map { Arm($0) } }
        var arms: [Arm] = []
        for arm in try reader.entries(of: entry.value, named: "arms") {
            arms.append(Arm(arm.key, share: try reader.number(arm, in: 1e-6...1e6)))
        }
        return arms
    }

    private func data(_ entry: NodeReader.Entry, _ columns: inout ExperimentColumns) throws(HarnessError) {
        for part in try reader.entries(of: entry.value, named: "data") {
            switch part.key {
            case "unit": columns.unit = try reader.text(part)
            case "arm": columns.arm = try reader.text(part)
            case "segments": columns.segments = try reader.texts(of: part)
            case "not_assigned": columns.notAssigned = try reader.texts(of: part)
            default:
                throw reader.unknownKey(part, in: "data", known: ["unit", "arm", "segments", "not_assigned"])
            }
        }
    }

    // MARK: - Metrics

    private func metrics(
        _ section: NodeReader.Entry,
        _ columns: inout ExperimentColumns,
        needsMargin: Bool = false
    ) throws(HarnessError) -> [(metric: Metric, margin: Double?)] {
        var metrics: [(Metric, Double?)] = []
        for entry in try reader.entries(of: section.value, named: section.key) {
            let parts = try reader.entries(of: entry.value, named: "\(section.key).\(entry.key)")
            metrics.append(try metric(entry, parts, &columns, needsMargin: needsMargin))
        }
        return metrics
    }

    private func metric(
        _ place: NodeReader.Entry,
        _ parts: [NodeReader.Entry],
        _ columns: inout ExperimentColumns,
        needsMargin: Bool
    ) throws(HarnessError) -> (Metric, Double?) {
        var kind: Metric.Kind?
        var margin: Double?
        var metric = Metric(place.key, kind: .mean)
        var own = ExperimentColumns.MetricColumns(value: place.key)
        for part in parts {
            switch part.key {
            case "kind": kind = try reader.choice(part)
            case "direction": metric.direction = try reader.choice(part)
            case "relevant" where !needsMargin: metric.relevantEffect = try reader.size(part)
            case "margin" where needsMargin: margin = try reader.size(part)
            case "cap": metric.cap = try reader.number(part, in: 0.5...1)
            case "value": own.value = try reader.text(part)
            case "over": own.over = try reader.text(part)
            case "covariate": own.covariate = try reader.text(part)
            case "assume": metric.assumptions = try assumptions(part)
            default:
                throw reader.unknownKey(
                    part,
                    in: place.key,
                    known: [
                        "kind", "direction", needsMargin ? "margin" : "relevant", "cap", "value", "over",
                        "covariate", "assume",
                    ]
                )
            }
        }
        guard let kind else {
            throw reader.missing("kind", in: place.key, at: place, example: "kind: proportion")
        }
        if needsMargin, margin == nil {
            throw reader.missing("margin", in: "guardrail \(place.key)", at: place, example: "margin: 2pp")
        }
        if own.over != nil, kind != .ratio {
            throw HarnessError(
                .badConfiguration,
                "\(place.key) is a \(kind.rawValue), which is over nothing",
                at: place.location,
                remedy: "say \"kind: ratio\" for a sum over a sum"
            )
        }
        metric.kind = kind
        columns.metrics[place.key] = own
        return (metric, margin)
    }

    private func assumptions(_ section: NodeReader.Entry) throws(HarnessError) -> MetricAssumptions {
        var base: Double?
        var assumptions = MetricAssumptions(base: 0)
        for entry in try reader.entries(of: section.value, named: "assume") {
            switch entry.key {
            case "base": base = try reader.size(entry)
            case "sd": assumptions.standardDeviation = try reader.size(entry)
            case "events": assumptions.eventsPerUnit = try reader.number(entry, in: 1...1e6)
            case "events_variation": assumptions.eventsVariation = try reader.number(entry, in: 0...100)
            case "correlation": assumptions.intraclassCorrelation = try reader.number(entry, in: 0...0.999)
            case "covariate_r2": assumptions.covariateRSquared = try reader.number(entry, in: 0...0.999)
            case "shape": assumptions.shape = try reader.choice(entry)
            default:
                throw reader.unknownKey(
                    entry,
                    in: "assume",
                    known: [
                        "base", "sd", "events", "events_variation", "correlation", "covariate_r2", "shape",
                    ]
                )
            }
        }
        guard let base else {
            throw reader.missing("base", in: "assume", at: section, example: "base: 0.3")
        }
        assumptions.base = base
        return assumptions
    }
}
