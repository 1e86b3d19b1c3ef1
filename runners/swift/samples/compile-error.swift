func sumOfSquares(_ numbers: [Int]) -> Int {
    let total: Int
    for number in numbers { print(number) }
    return total
}
