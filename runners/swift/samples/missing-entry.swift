func sumSquares(_ numbers: [Int]) -> Int {
    numbers.reduce(0) { $0 + $1 * $1 }
}
