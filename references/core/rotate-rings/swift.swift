enum TaskError: Error {
    case invalidArgument
}

func rotateRings(_ matrix: inout [[Int]], _ positions: Int) throws {
    let rows = matrix.count
    let columns = matrix.first?.count ?? 0
    guard matrix.allSatisfy({ $0.count == columns }) else { throw TaskError.invalidArgument }
    for depth in 0..<(min(rows, columns) + 1) / 2 {
        let cells = ring(depth, rows - 1 - depth, columns - 1 - depth)
        let shift = (positions % cells.count + cells.count) % cells.count
        let values = cells.map { matrix[$0.row][$0.column] }
        for (index, value) in values.enumerated() {
            let (row, column) = cells[(index + shift) % cells.count]
            matrix[row][column] = value
        }
    }
}

/// The cells of one ring, clockwise from its top left.
private func ring(_ first: Int, _ lastRow: Int, _ lastColumn: Int) -> [(row: Int, column: Int)] {
    var cells = (first...lastColumn).map { (row: first, column: $0) }
    cells += (first..<lastRow).map { (row: $0 + 1, column: lastColumn) }
    if lastRow > first && lastColumn > first {
        cells += (first..<lastColumn).reversed().map { (row: lastRow, column: $0) }
        cells += (first + 1..<lastRow).reversed().map { (row: $0, column: first) }
    }
    return cells
}
