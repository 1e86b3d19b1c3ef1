import HarnessCore

/// The cells of one record of comma-separated text (RFC 4180), fed line by line.
///
/// A quoted cell may hold separators, doubled quotes and line ends. Spaces around an unquoted cell are not
/// part of it: "go" and "go " are one label.
struct CSVRecord {
    let separator: UInt8
    /// The bytes of all cells, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each cell ends in `bytes`.
    private(set) var ends: [Int] = []
    /// Whether a quoted cell goes on in the next line.
    private(set) var isOpen = false

    init(separator: UInt8 = UInt8(ascii: ",")) {
        self.separator = separator
    }

    var count: Int { ends.count }

    func cell(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index > 0 ? ends[index - 1] : 0)..<ends[index]]
    }

    func text(_ index: Int) -> String { String(decoding: cell(index), as: UTF8.self) }

    /// Forgets the last record.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        isOpen = false
    }

    /// Adds a line without its line feed.
    ///
    /// - Throws: `badData` for text after a closing quote.
    mutating func append(line: [UInt8], at location: String) throws(HarnessError) {
        let hasReturn = line.last == UInt8(ascii: "\r")
        try append(line, to: hasReturn ? line.count - 1 : line.count, at: location)
        if isOpen, hasReturn { bytes.append(UInt8(ascii: "\r")) }
    }

    private mutating func append(_ line: [UInt8], to end: Int, at location: String) throws(HarnessError) {
        var index = 0
        if isOpen {
            bytes.append(UInt8(ascii: "\n"))
            guard let next = try quoted(line, from: 0, to: end, at: location) else { return }
            index = next
            if index == end { return }
            index += 1
        }
        while true {
            while index < end, line[index] == UInt8(ascii: " "), separator != line[index] { index += 1 }
            if index < end, line[index] == UInt8(ascii: "\"") {
                guard let next = try quoted(line, from: index + 1, to: end, at: location) else { return }
                index = next
            } else {
                var stop = index
                while stop < end, line[stop] != separator { stop += 1 }
                var last = stop
                while last > index, line[last - 1] == UInt8(ascii: " ") { last -= 1 }
                bytes.append(contentsOf: line[index..<last])
                close()
                index = stop
            }
            guard index < end else { return }
            index += 1
        }
    }

    private mutating func close() { ends.append(bytes.count) }

    /// Reads a quoted cell's text; returns where its separator is, nil where the line ends inside quotes.
    private mutating func quoted(
        _ line: [UInt8],
        from first: Int,
        to end: Int,
        at location: String
    ) throws(HarnessError) -> Int? {
        isOpen = true
        var index = first
        while index < end {
            if line[index] != UInt8(ascii: "\"") {
                bytes.append(line[index])
            } else if index + 1 < end, line[index + 1] == UInt8(ascii: "\"") {
                bytes.append(line[index])
                index += 1
            } else {
                isOpen = false
                close()
                index += 1
                while index < end, line[index] == UInt8(ascii: " ") { index += 1 }
                guard index == end || line[index] == separator else {
                    throw HarnessError(
                        .badData,
                        "text after the closing quote of cell \(count)",
                        at: location,
                        remedy: "write a quote inside a quoted cell twice"
                    )
                }
                return index
            }
            index += 1
        }
        return nil
    }
}
