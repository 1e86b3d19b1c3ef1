import Foundation

func sumOfSquares(_ numbers: [Int]) -> Int {
    while true { Thread.sleep(forTimeInterval: 1000) }
}
