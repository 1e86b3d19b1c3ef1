func sumOfSquares(_ numbers: [Int]) -> Int {
    numbers[numbers.count] * numbers[0]
}
