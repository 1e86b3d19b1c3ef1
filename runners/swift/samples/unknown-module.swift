import SquareSums

func sumOfSquares(_ numbers: [Int]) -> Int {
    SquareSums.total(of: numbers)
}
