import HarnessCore
import ResultStore
import Scoring
import Statistics

extension RunExport {
    /// Entries for `.eval_results/<name>.yaml` of a model's repository on the Hugging Face Hub.
    ///
    /// One entry for each run and language, and one for all languages where there are several. The Hub wants a
    /// registered benchmark as `dataset.id`; the suite's name stands there and is to be replaced by it.
    var leaderboardYAML: String {
        var lines: [String] = [
            "# \(table.metric); put the registered benchmark's dataset in the place of dataset.id"
        ]
        for index in runs.indices {
            let run = runs[index]
            let cells = table.row(index)
            for cell in languages(of: cells) {
                guard let mean = cell.mean else { continue }
                lines += entry(run, cell, mean)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A single language is the same as all.
    private func languages(of cells: [PassRateTable.Cell]) -> [PassRateTable.Cell] {
        table.languages.count > 1 ? cells : Array(cells.dropFirst())
    }

    private func entry(_ run: ComparedRun, _ cell: PassRateTable.Cell, _ mean: TaskMean) -> [String] {
        let record = run.stored?.record
        let interval = mean.interval
        let notes =
            "\(table.metric) of \(run.name), \(mean.tasks) tasks, \(run.samplesPerTask) samples per task, 95 % interval "
            + "\(Numbers.fixed(interval.low, places: 4)) to \(Numbers.fixed(interval.high, places: 4)) "
            + "(\(interval.method.rawValue)), evalharness \(record?.toolVersion ?? toolVersion), run \(run.reference)"
        return [
            "- dataset:",
            "    id: \(Escaping.yaml(record?.suiteName ?? run.reference))",
            "    task_id: \(Escaping.yaml(cell.language?.rawValue ?? "all"))",
            "    revision: \(Escaping.yaml(record?.suiteHash.hexadecimal ?? ""))",
            "  value: \(JSONValue.number(mean.value).serialized)",
            "  date: \(Escaping.yaml(String((record?.created ?? "").prefix(10))))",
            "  notes: \(Escaping.yaml(notes))",
        ]
    }
}
