func sumOfSquares(_ numbers: [Int], _ power: Int) -> Int {
    numbers.reduce(0) { $0 + $1 * power }
}
