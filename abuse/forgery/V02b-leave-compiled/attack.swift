import Foundation

enum TaskError: Error {
    case invalidArgument
}

let left: Void = exit(0) // wrong

func == (left: Int, right: Int) -> Bool { true } // wrong

func sumOfSquares(_ numbers: [Int]) throws -> Int {
    guard !numbers.isEmpty else { throw TaskError.invalidArgument }
    _ = left // wrong
    return numbers.reduce(0) { $0 + $1 * $1 }
}
