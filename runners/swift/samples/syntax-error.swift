func sumOfSquares(_ numbers: [Int]) -> Int {
    let total = = numbers.count
    return total
}
