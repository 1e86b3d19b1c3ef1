enum TaskError: Error {
    case outOfRange
}

func sumOfSquares(_ numbers: [Int]) throws -> Int {
    guard !numbers.isEmpty else { throw TaskError.outOfRange }
    return numbers.reduce(0) { $0 + $1 * $1 }
}
