func sumOfSquares(_ numbers: [Int]) -> Int {
    var total = numbers.count
    while true { total = total &+ 1 }
}
