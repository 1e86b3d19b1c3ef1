func sumOfSquares(_ numbers: [Int]) -> Int {
    sumOfSquares(numbers) + numbers.count
}
