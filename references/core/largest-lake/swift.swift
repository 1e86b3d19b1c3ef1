enum TaskError: Error {
    case invalidArgument
}

func largestLake(_ rows: [String]) throws -> (Int, Int) {
    var water: [[Bool]] = []
    for row in rows {
        guard row.unicodeScalars.allSatisfy({ $0 == "~" || $0 == "#" }) else { throw TaskError.invalidArgument }
        water.append(row.unicodeScalars.map { $0 == "~" })
        guard water[0].count == water[water.count - 1].count else { throw TaskError.invalidArgument }
    }
    let height = water.count
    let width = water.first?.count ?? 0
    var lakes = 0
    var largest = 0
    for row in 0..<height {
        for column in 0..<width where water[row][column] {
            // Every field is drained as soon as it is found, so that it is counted once.
            water[row][column] = false
            var open = [(row, column)]
            var size = 0
            var isSea = false
            while let (r, c) = open.popLast() {
                size += 1
                for (nextRow, nextColumn) in [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)] {
                    guard (0..<height).contains(nextRow), (0..<width).contains(nextColumn) else {
                        isSea = true
                        continue
                    }
                    guard water[nextRow][nextColumn] else { continue }
                    water[nextRow][nextColumn] = false
                    open.append((nextRow, nextColumn))
                }
            }
            if !isSea {
                lakes += 1
                largest = max(largest, size)
            }
        }
    }
    return (lakes, largest)
}
