import Algorithms

func sumOfSquares(_ numbers: [Int]) -> Int {
    numbers.map { $0 * $0 }.reductions(+).last ?? 0
}
