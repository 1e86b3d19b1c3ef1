func square(_ number: Int) -> Int { number * number }

func sumOfSquares(_ numbers: [Int]) -> Int {
    var total = 0
    for number in numbers { total += square(number, 2) }
    return total
}
