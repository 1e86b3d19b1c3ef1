enum TaskError: Error {
    case invalidArgument
}

func fewestStamps(_ values: Set<Int>, _ postage: Int) throws -> [Int]? {
    guard postage >= 0, values.allSatisfy({ $0 >= 1 }) else { throw TaskError.invalidArgument }
    let descending = values.sorted(by: >)
    var counts: [Int?] = [0]
    for total in 0..<postage {
        var best: Int?
        for value in descending where value <= total + 1 {
            guard let count = counts[total + 1 - value] else { continue }
            best = min(best ?? .max, count + 1)
        }
        counts.append(best)
    }
    guard var open = counts[postage] else { return nil }
    var stamps: [Int] = []
    var left = postage
    for value in descending {
        while left >= value, counts[left - value] == open - 1 {
            stamps.append(value)
            left -= value
            open -= 1
        }
    }
    return stamps
}
