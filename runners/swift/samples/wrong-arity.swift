func sumOfSquares(_ numbers: [Int]) -> Int {
    var squares = Set<Int>()
    for number in numbers {
        squares.remove(number, number)
    }
    return squares.reduce(0, +)
}
