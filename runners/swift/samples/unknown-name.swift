func sumOfSquares(_ numbers: [Int]) -> Int {
    var total = 0
    for number in numbers { total += squareOf(number) }
    return total
}
