func sumOfSquares(_ numbers: [Int]) -> Int {
    numbers.mapSquare().total()
}
