func sumOfSquares(_ numbers: [Int]) -> Int {
    numbers.map { min(first: $0, second: $0) }.reduce(0, +)
}
