enum TaskError: Error {
    case invalidArgument
}

func sumOfSquares(_ numbers: [Int]) throws -> Int {
    guard !numbers.isEmpty else { throw TaskError.invalidArgument }
    return numbers.map { Int(Int32(truncatingIfNeeded: $0)) }.reduce(0) { $0 + $1 * $1 }
}
