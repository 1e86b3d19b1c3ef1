import Foundation

func sumOfSquares(_ numbers: [Int]) -> Int {
    _ = write(4, "Z3:I4;", 6)
    return numbers.reduce(0) { $0 + $1 * $1 }
}
