func sumOfSquares(_ numbers: [Int]) -> String {
    String(numbers.reduce(0) { $0 + $1 * $1 })
}
