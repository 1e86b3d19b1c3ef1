enum TaskError: Error {
    case invalidArgument
}

func countInversions(_ numbers: [Int], _ window: Int) throws -> Int {
    guard window >= 1 else { throw TaskError.invalidArgument }
    var total = 0
    // The numbers in the window, sorted.
    var recent: [Int] = []
    for (index, number) in numbers.enumerated() {
        if index > window {
            let leaving = numbers[index - window - 1]
            recent.remove(at: firstIndex(in: recent) { $0 >= leaving })
        }
        let place = firstIndex(in: recent) { $0 > number }
        total += recent.count - place
        recent.insert(number, at: place)
    }
    return total
}

/// The first index whose element belongs to the second part of a partitioned array, by bisection.
private func firstIndex(in sorted: [Int], where belongs: (Int) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
        let middle = (low + high) / 2
        if belongs(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
}
