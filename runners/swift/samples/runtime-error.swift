struct Failure: Error {
    var count: Int
}

func sumOfSquares(_ numbers: [Int]) throws -> Int {
    throw Failure(count: numbers.count)
}
