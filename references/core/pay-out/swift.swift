enum TaskError: Error {
    case invalidArgument, invalidState
}

func payOut(_ amount: Int, _ stock: [Int: Int]) throws -> [Int: Int] {
    guard amount >= 0, stock.allSatisfy({ $0.key >= 1 && $0.value >= 0 }) else { throw TaskError.invalidArgument }
    var paid: [Int: Int] = [:]
    var left = amount
    for (value, available) in stock.sorted(by: { $0.key > $1.key }) {
        let number = min(available, left / value)
        guard number > 0 else { continue }
        paid[value] = number
        left -= number * value
    }
    guard left == 0 else { throw TaskError.invalidState }
    return paid
}
