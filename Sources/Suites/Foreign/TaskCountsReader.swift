package import Foundation
package import HarnessCore

/// Reads results of other tools: one line per task with its samples and how many of them pass.
///
/// CSV with a header, or JSON Lines; plain or gzip. Fields: `task` (or `task_id`), `n`, `c`, and where known
/// `language`, `cluster`, `category`, `difficulty`.
package enum TaskCountsReader {
    /// Tasks of one file at most.
    package static let maximumTasks = 1_000_000
    /// Samples of one task at most.
    package static let maximumSamples = 100_000

    private static let maximumLineBytes = 1 << 16
    private static let names: Set<String> = [
        "task", "task_id", "n", "c", "language", "cluster", "category", "difficulty",
    ]

    /// Reads a file whose name ends in `.csv` or `.jsonl`, each also with `.gz`.
    ///
    /// - Throws: `noInput` where it cannot be opened; `badData` with file and line for anything but such counts.
    package static func counts(at file: URL) throws(HarnessError) -> [TaskCounts] {
        let reader = try LineReader(file: file, maximumLineBytes: maximumLineBytes)
        let name = file.pathExtension == "gz" ? file.deletingPathExtension() : file
        var rows = name.pathExtension == "csv" ? Rows.csv(header: nil) : Rows.json
        var counts: [TaskCounts] = []
        var lines: [String: Int] = [:]
        while let line = try reader.next() {
            guard case .content(let bytes) = line else {
                throw HarnessError(
                    .badData,
                    "the line is longer than \(maximumLineBytes) bytes",
                    at: reader.location,
                    remedy: "write one task per line: task,n,c"
                )
            }
            guard let row = try rows.row(bytes, at: reader.location) else { continue }
            let count = try row.count()
            let key = "\(count.language.rawValue)\u{0}\(count.taskID)"
            if let first = lines.updateValue(reader.lineNumber, forKey: key) {
                throw HarnessError(
                    .badData,
                    "the task \(Quoting.quoted(count.taskID)) stands here and in line \(first)",
                    at: reader.location,
                    remedy: "give each task and language one line"
                )
            }
            counts.append(count)
            guard counts.count <= maximumTasks else {
                throw HarnessError(.badData, "more than \(maximumTasks) tasks", at: reader.location)
            }
        }
        guard !counts.isEmpty else {
            throw HarnessError(
                .badData,
                "there are no tasks in it",
                at: reader.shownPath,
                remedy: "write one task per line: task,n,c"
            )
        }
        return counts
    }

    private enum Rows {
        case json
        case csv(header: [String]?)

        mutating func row(_ bytes: [UInt8], at location: String) throws(HarnessError) -> Row? {
            switch self {
            case .json:
                guard let line = try JSONLine(bytes, fields: names, at: location) else { return nil }
                return try Row(line, at: location)
            case .csv(let header):
                guard bytes.contains(where: { $0 != 0x20 && $0 != 0x0D }) else { return nil }
                try TextCheck.validate(bytes, at: location)
                let cells = try Self.cells(of: bytes, at: location)
                guard let header else {
                    self = .csv(header: cells.map { $0.lowercased().trimmingCharacters(in: .whitespaces) })
                    return nil
                }
                return try Row(cells, header: header, at: location)
            }
        }

        private static func cells(of line: [UInt8], at location: String) throws(HarnessError) -> [String] {
            var record = CSVRecord()
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            try record.append(line: line.starts(with: mark) ? Array(line.dropFirst(3)) : line, at: location)
            guard !record.isOpen else {
                throw HarnessError(
                    .badData,
                    "a quoted cell does not end in its line",
                    at: location,
                    remedy: "write one task per line"
                )
            }
            return (0..<record.count).map(record.text)
        }
    }

    /// The fields of one task, as text.
    private struct Row {
        var fields: [String: String] = [:]
        var location: String

        init(_ line: JSONLine, at location: String) throws(HarnessError) {
            self.location = location
            for name in names where line.has(name) {
                if name == "n" || name == "c" {
                    fields[name] = try line.count(name).map(String.init)
                } else {
                    fields[name] = try line.text(name)
                }
            }
        }

        init(_ cells: [String], header: [String], at location: String) throws(HarnessError) {
            self.location = location
            guard cells.count == header.count else {
                throw HarnessError(
                    .badData,
                    "\(cells.count) cells under a header of \(header.count)",
                    at: location,
                    remedy: "quote cells that hold a comma"
                )
            }
            for (name, cell) in zip(header, cells) where names.contains(name) && !cell.isEmpty {
                fields[name] = cell
            }
        }

        func count() throws(HarnessError) -> TaskCounts {
            guard let task = fields["task"] ?? fields["task_id"] else { throw missing("task") }
            let samples = try number("n")
            let passed = try number("c")
            guard passed <= samples else {
                throw HarnessError(
                    .badData,
                    "c = \(passed) of n = \(samples): no more samples can pass than there are",
                    at: location
                )
            }
            return TaskCounts(
                taskID: task,
                language: Language(rawValue: fields["language"] ?? Language.python.rawValue),
                samples: samples,
                passed: passed,
                cluster: fields["cluster"],
                category: fields["category"],
                difficulty: fields["difficulty"]
            )
        }

        private func number(_ name: String) throws(HarnessError) -> Int {
            guard let text = fields[name] else { throw missing(name) }
            guard let number = Int(text.trimmingCharacters(in: .whitespaces)),
                (0...maximumSamples).contains(number)
            else {
                throw HarnessError(
                    .badData,
                    "\(name) = \(Quoting.quoted(text)): must be a whole number from 0 to \(maximumSamples)",
                    at: location
                )
            }
            return number
        }

        private func missing(_ name: String) -> HarnessError {
            HarnessError(
                .badData,
                "missing field \"\(name)\"",
                at: location,
                remedy: "each task needs task, n (samples) and c (how many pass)"
            )
        }
    }
}
