package import HarnessCore

/// A column of labels as numbers: the position of each row's label among the levels.
package struct LabelColumn: Sendable, Hashable {
    /// Every label that occurs, in ascending order (numbers by value, before words).
    package var levels: [String]
    /// One per row; nil where the value is missing.
    package var codes: [Int?]

    package init(levels: [String], codes: [Int?]) {
        self.levels = levels
        self.codes = codes
    }
}

/// A column as its cells show it.
package enum TableColumn: Sendable, Hashable {
    /// Every value present is a number, or every one is true or false (1 and 0); nil where missing.
    case numbers([Double?])
    case labels(LabelColumn)
}

extension DataTable {
    /// A column of numbers, nil where missing; true and false are 1 and 0.
    ///
    /// - Throws: `usage` for an unknown column; `badData` with file and line for text, an infinity, or a column
    ///   that mixes numbers with true and false.
    package func numbers(_ name: String) throws(HarnessError) -> [Double?] {
        let cells = try cells(name)
        var values: [Double?] = []
        values.reserveCapacity(cells.count)
        var kinds: Set<NumberText.Kind> = []
        for row in 0..<cells.count {
            guard let text = cells[row] else {
                values.append(nil)
                continue
            }
            let number = NumberText(text)
            let isOfOneKind = number.map { kinds.isEmpty || kinds.contains($0.kind) } ?? false
            guard let number, isOfOneKind else {
                throw HarnessError(
                    .badData,
                    "\(Quoting.quoted(name)) is \(Quoting.quoted(text)): must be a finite number"
                        + (kinds == [.truth] ? " or, as above, true or false" : ""),
                    at: location(row: row),
                    remedy: "write numbers as 1234.5; leave a missing value empty"
                )
            }
            kinds.insert(number.kind)
            values.append(number.value)
        }
        return values
    }

    /// A column of 0 and 1 (or false and true); nil where missing.
    ///
    /// - Throws: As `numbers`; `badData` with file and line for any other number.
    package func flags(_ name: String) throws(HarnessError) -> [Bool?] {
        let values = try numbers(name)
        for (row, value) in values.enumerated() {
            if let value, value != 0, value != 1 {
                throw HarnessError(
                    .badData,
                    "\(Quoting.quoted(name)) is \(value): must be 0 or 1",
                    at: location(row: row),
                    remedy: "write 1 (or true) for yes and 0 (or false) for no"
                )
            }
        }
        return values.map { $0.map { $0 == 1 } }
    }

    /// A column of labels.
    ///
    /// - Throws: `usage` for an unknown column.
    package func labels(_ name: String) throws(HarnessError) -> LabelColumn {
        let cells = try cells(name)
        var positions: [String: Int] = [:]
        var found: [String] = []
        var codes: [Int?] = []
        codes.reserveCapacity(cells.count)
        for row in 0..<cells.count {
            guard let text = cells[row] else {
                codes.append(nil)
                continue
            }
            if let known = positions[text] {
                codes.append(known)
            } else {
                positions[text] = found.count
                codes.append(found.count)
                found.append(text)
            }
        }
        let order = found.indices.sorted { Self.precedes(found[$0], found[$1]) }
        var rank = [Int](repeating: 0, count: found.count)
        for (position, index) in order.enumerated() { rank[index] = position }
        return LabelColumn(levels: order.map { found[$0] }, codes: codes.map { $0.map { rank[$0] } })
    }

    /// A column as numbers where every value present is one, as labels otherwise.
    ///
    /// - Throws: `usage` for an unknown column.
    package func column(_ name: String) throws(HarnessError) -> TableColumn {
        let cells = try cells(name)
        var kinds: Set<NumberText.Kind> = []
        for row in 0..<cells.count {
            guard let text = cells[row] else { continue }
            guard let number = NumberText(text) else { return .labels(try labels(name)) }
            kinds.insert(number.kind)
        }
        return kinds.count > 1 ? .labels(try labels(name)) : .numbers(try numbers(name))
    }

    /// The rows that lack a value in any of these columns, ascending.
    ///
    /// - Throws: `usage` for an unknown column.
    package func rows(lacking names: [String]) throws(HarnessError) -> [Int] {
        var isIncomplete = [Bool](repeating: false, count: rowCount)
        for name in names {
            let cells = try cells(name)
            for row in 0..<cells.count where cells[row] == nil { isIncomplete[row] = true }
        }
        return isIncomplete.indices.filter { isIncomplete[$0] }
    }

    private static func precedes(_ one: String, _ two: String) -> Bool {
        switch (NumberText(one)?.value, NumberText(two)?.value) {
        case (let first?, let second?) where first != second: first < second
        case (_?, nil): true
        case (nil, _?): false
        default: one.utf8.lexicographicallyPrecedes(two.utf8)
        }
    }
}

/// A cell that is a number.
private struct NumberText {
    enum Kind { case number, truth }

    var value: Double
    var kind: Kind

    /// Nil for anything but a finite decimal number, true or false.
    init?(_ text: String) {
        switch text.lowercased() {
        case "true": (value, kind) = (1, .truth)
        case "false": (value, kind) = (0, .truth)
        default:
            // Swift also reads 0x1p3 and "infinity", which no table means.
            let isDecimal = text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
            }
            guard isDecimal, let number = Double(text), number.isFinite else { return nil }
            (value, kind) = (number, .number)
        }
    }
}
