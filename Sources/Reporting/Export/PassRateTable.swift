package import HarnessCore
import ResultStore
package import Scoring
import Statistics

/// Pass rates of models by language, with intervals over tasks: the table every export carries.
package struct PassRateTable: Sendable, Hashable {
    package let runs: [ComparedRun]
    /// By name.
    package let languages: [Language]
    package let k: Int
    private let cells: [[Cell]]

    /// One model in one language; nil language is all of them.
    package struct Cell: Sendable, Hashable {
        package var language: Language?
        /// Tasks with judged samples.
        package var tasks: Int
        package var samples: Int
        package var passed: Int
        /// nil where no task has k judged samples.
        package var mean: TaskMean?
    }

    /// Scores runs for one k; tasks with fewer than k judged samples are left out of the mean.
    package init(_ runs: [ComparedRun], k: Int = 1) {
        let languages = Set(runs.flatMap { $0.tasks.map(\.key.language) }).sorted()
        self.runs = runs
        self.k = k
        self.languages = languages
        cells = runs.map { run in
            let seed = UInt64(bitPattern: Int64(run.stored?.record.seed ?? 0))
            return ([nil] + languages.map(Optional.some)).map { language in
                let tasks = run.tasks.filter {
                    $0.judged > 0 && (language == nil || $0.key.language == language)
                }
                // Sorted, so that sums round the same way in every export.
                let values = tasks.sorted { $0.key < $1.key }
                    .compactMap { PassAtK.estimate(n: $0.judged, c: $0.passed, k: k) }
                return Cell(
                    language: language,
                    tasks: tasks.count,
                    samples: tasks.reduce(0) { $0 + $1.judged },
                    passed: tasks.reduce(0) { $0 + $1.passed },
                    mean: TaskMean(of: values, seed: seed)
                )
            }
        }
    }

    /// The cells of a run: all languages together first, then each.
    package func row(_ run: Int) -> [Cell] { cells[run] }

    /// Models down, languages across; each cell the rate in percent with its interval.
    package var table: Document.Table {
        let columns: [Document.Column] = [.text("model"), .text("run"), .number("tasks"), .number("all")]
        return Document.Table(
            caption: "\(metric) in percent, 95 % intervals over tasks",
            columns: columns + languages.map { .number($0.rawValue) },
            rows: runs.indices.map { index in
                let run = runs[index]
                return [run.name, run.reference, "\(cells[index][0].tasks)"] + cells[index].map(\.text)
            }
        )
    }

    /// `pass@1`.
    package var metric: String { "pass@\(k)" }

    /// The table as long records, one for each model and language.
    package var records: Records {
        var rows: [[JSONValue]] = []
        for index in runs.indices {
            let run = runs[index]
            for cell in cells[index] {
                let interval = cell.mean?.interval
                rows.append([
                    .text(run.name), .text(run.reference), .optional(run.stored?.settings.modelVersion),
                    .optional(run.stored?.record.suiteName),
                    .optional(run.stored?.record.suiteHash.hexadecimal),
                    .text(cell.language?.rawValue ?? "all"),
                    .text(metric), .integer(cell.tasks), .integer(cell.samples), .integer(cell.passed),
                    .optional(cell.mean?.value), .optional(interval?.low), .optional(interval?.high),
                    .optional(interval?.level), .optional(interval?.method.rawValue),
                ])
            }
        }
        return Records(
            columns: [
                "model", "run", "model_version", "suite", "suite_hash", "language", "metric", "tasks",
                "samples",
                "passed", "value", "ci_low", "ci_high", "ci_level", "ci_method",
            ],
            rows: rows
        )
    }

    /// The table inside another object, without the columns that object repeats.
    var json: JSONValue { .array(records.objects) }
}

extension PassRateTable.Cell {
    fileprivate var text: String {
        guard let mean else { return "–" }
        let low = Numbers.fixed(mean.interval.low * 100, places: 1)
        let high = Numbers.fixed(mean.interval.high * 100, places: 1)
        return "\(Numbers.fixed(mean.value * 100, places: 1)) [\(low), \(high)]"
    }
}

/// Rows of values under names, for CSV and JSON Lines.
package struct Records: Sendable, Hashable {
    package var columns: [String]
    package var rows: [[JSONValue]]

    /// Takes rows of as many values as there are columns.
    package init(columns: [String], rows: [[JSONValue]]) {
        self.columns = columns
        self.rows = rows
    }

    /// CSV of RFC 4180 with a header.
    package var csv: String {
        ([Self.csvLine(columns.map(JSONValue.text))] + rows.map(Self.csvLine)).joined()
    }

    /// One JSON object a line.
    package var jsonl: String { objects.map { $0.serialized + "\n" }.joined() }

    var objects: [JSONValue] {
        rows.map { .object(Dictionary(zip(columns, $0), uniquingKeysWith: { first, _ in first })) }
    }

    /// A line of CSV: numbers as they are, texts escaped, null empty.
    static func csvLine(_ values: [JSONValue]) -> String {
        values.map { value in
            switch value {
            case .null: ""
            case .text(let text): Escaping.csv(text)
            case .bool, .integer, .number: value.serialized
            case .array, .object: Escaping.csv(value.serialized)
            }
        }
        .joined(separator: ",") + "\r\n"
    }
}
