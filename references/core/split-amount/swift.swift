enum TaskError: Error {
    case invalidArgument, arithmetic
}

func splitAmount(_ amount: Int, _ weights: [Int]) throws -> [Int] {
    guard weights.allSatisfy({ $0 >= 0 }) else { throw TaskError.invalidArgument }
    let total = weights.reduce(0, +)
    guard total > 0 else { throw TaskError.arithmetic }
    let size = abs(amount)
    var shares = weights.map { size * $0 / total }
    let lost = weights.map { size * $0 % total }
    let left = size - shares.reduce(0, +)
    let order = weights.indices.sorted { (-lost[$0], $0) < (-lost[$1], $1) }
    for person in order.prefix(left) { shares[person] += 1 }
    return shares.map { $0 * amount.signum() }
}
