// Another error with more to say, an overload of the same name, and statements of its own.
import Foundation

enum Refusal: Error, CustomStringConvertible {
    case invalidArgument(reason: String)

    var description: String { "refused" }
}

func sumOfSquares(_ numbers: Int...) -> Int { numbers.map { $0 * $0 }.reduce(0, +) }

func sumOfSquares(_ numbers: [Int]) throws -> Int {
    guard !numbers.isEmpty else { throw Refusal.invalidArgument(reason: "no numbers") }
    return numbers.map { sumOfSquares($0) }.reduce(0, +)
}

print(try sumOfSquares([1, 2, 3]))
