enum TaskError: Error {
    case invalidArgument
}

func sumOfSquares(_ numbers: [Int]) throws -> Int {
    guard !numbers.isEmpty else { throw TaskError.invalidArgument }
    return numbers.reduce(0) { $0 + $1 * $1 }
}
