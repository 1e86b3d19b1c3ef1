package import Foundation
package import HarnessCore

/// A file of named columns, for analyses: CSV (`.csv`) or tab-separated (`.tsv`), plain or gzip.
///
/// Cells stay text until a caller says what a column holds. Empty cells, `NA`, `N/A`, `NaN` and `null` are
/// missing values; nothing is filled in and no row is dropped here.
package struct DataTable: Sendable {
    package static let maximumRows = 20_000_000
    package static let maximumColumns = 10_000
    private static let maximumLineBytes = 1 << 20

    /// How messages name the file.
    package let shownPath: String
    /// In the order of the file; a column without a name (of row numbers, say) cannot be asked for.
    package let names: [String]
    package private(set) var rowCount = 0

    private var columns: [CellText] = []
    /// The line on which each row begins.
    private var lines: [Int32] = []

    /// Reads a whole file.
    ///
    /// - Throws: `noInput` where it cannot be opened; `badData` with file and line for what is not such a table:
    ///   no header, no row, two columns of one name, rows of unequal length, text that is not UTF-8.
    package init(file: URL) throws(HarnessError) {
        let reader = try LineReader(file: file, maximumLineBytes: Self.maximumLineBytes)
        shownPath = reader.shownPath
        let name = file.pathExtension == "gz" ? file.deletingPathExtension() : file
        var record = CSVRecord(separator: UInt8(ascii: name.pathExtension == "tsv" ? "\t" : ","))
        guard try Self.read(&record, from: reader) != nil else {
            throw HarnessError(
                .badData,
                "the file is empty",
                at: reader.shownPath,
                remedy: "begin with a line of column names"
            )
        }
        names = try Self.header(record, at: reader.location)
        columns = names.map { _ in CellText() }
        while let line = try Self.read(&record, from: reader) {
            guard record.count == names.count else {
                throw HarnessError(
                    .badData,
                    "\(record.count) cells under a header of \(names.count)",
                    at: "\(shownPath):\(line)",
                    remedy: "quote cells that hold a separator"
                )
            }
            for index in columns.indices { columns[index].append(record.cell(index)) }
            lines.append(Int32(line))
            guard lines.count <= Self.maximumRows else {
                throw HarnessError(.badData, "more than \(Self.maximumRows) rows", at: reader.location)
            }
        }
        rowCount = lines.count
        guard rowCount > 0 else {
            throw HarnessError(.badData, "there are no rows below the header", at: shownPath)
        }
    }

    /// The place of a row, for messages: `data.csv:17`.
    package func location(row: Int) -> String { "\(shownPath):\(lines[row])" }

    /// The cells of a column.
    ///
    /// - Throws: `usage` for a name that the header lacks, with the nearest one.
    func cells(_ name: String) throws(HarnessError) -> CellText {
        guard !name.isEmpty, let index = names.firstIndex(of: name) else {
            let known = names.filter { !$0.isEmpty }
            throw HarnessError(
                .usage,
                "there is no column \(Quoting.quoted(name))",
                at: shownPath,
                remedy: Suggestion.remedy(for: name, among: known)
                    ?? "columns: " + known.prefix(20).map { Quoting.quoted($0) }.joined(separator: ", ")
            )
        }
        return columns[index]
    }

    /// Reads the next record that is not blank; returns the line on which it begins, nil at the end.
    private static func read(
        _ record: inout CSVRecord,
        from reader: LineReader
    ) throws(HarnessError) -> Int? {
        record.clear()
        var first: Int?
        while let line = try reader.next() {
            guard case .content(var bytes) = line else {
                throw HarnessError(
                    .badData,
                    "the line is longer than \(maximumLineBytes) bytes",
                    at: reader.location
                )
            }
            if reader.lineNumber == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
            if first == nil, bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
            try TextCheck.validate(bytes, at: reader.location)
            try record.append(line: bytes, at: reader.location)
            let start = first ?? reader.lineNumber
            guard record.isOpen else { return start }
            guard record.bytes.count <= maximumLineBytes else { throw unfinished(shown(reader, start)) }
            first = start
        }
        if let first { throw unfinished(shown(reader, first)) }
        return nil
    }

    private static func shown(_ reader: LineReader, _ line: Int) -> String { "\(reader.shownPath):\(line)" }

    private static func unfinished(_ location: String) -> HarnessError {
        HarnessError(
            .badData,
            "a quoted cell that begins here does not end",
            at: location,
            remedy: "close the quote, or write a quote inside a quoted cell twice"
        )
    }

    private static func header(_ record: CSVRecord, at location: String) throws(HarnessError) -> [String] {
        let names = (0..<record.count).map(record.text)
        guard names.count <= maximumColumns else {
            throw HarnessError(.badData, "more than \(maximumColumns) columns", at: location)
        }
        var seen: Set<String> = []
        for name in names where !name.isEmpty {
            guard seen.insert(name).inserted else {
                throw HarnessError(
                    .badData,
                    "two columns are called \(Quoting.quoted(name))",
                    at: location,
                    remedy: "give every column a name of its own"
                )
            }
        }
        if names.count == 1, let name = names.first, name.contains(where: { $0 == ";" || $0 == "\t" }) {
            throw HarnessError(
                .badData,
                "one column, called \(Quoting.quoted(name)): the cells are not separated by commas",
                at: location,
                remedy: "write commas between cells, or tabs in a file that ends in .tsv"
            )
        }
        return names
    }
}

/// The cells of a column, end to end.
struct CellText: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    mutating func append(_ cell: ArraySlice<UInt8>) {
        bytes.append(contentsOf: cell)
        ends.append(bytes.count)
    }

    /// The text of a row's cell; nil for a missing value.
    subscript(row: Int) -> String? {
        let cell = bytes[(row > 0 ? ends[row - 1] : 0)..<ends[row]]
        let text = String(decoding: cell, as: UTF8.self)
        // The longest word for a missing value has four letters.
        guard cell.count <= 4 else { return text }
        switch text.lowercased() {
        case "", "na", "n/a", "nan", "null": return nil
        default: return text
        }
    }
}
