func sumOfSquares(_ numbers: [Int]) -> Int {
    numbers.reduce(0, +)
}
