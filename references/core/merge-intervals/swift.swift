enum TaskError: Error {
    case invalidArgument
}

func mergeIntervals(_ intervals: [[Int]]) throws -> [[Int]] {
    guard intervals.allSatisfy({ $0.count == 2 && $0[0] <= $0[1] }) else { throw TaskError.invalidArgument }
    var merged: [[Int]] = []
    for interval in intervals.sorted(by: { $0[0] < $1[0] }) {
        if let last = merged.last, interval[0] <= last[1] {
            merged[merged.count - 1][1] = max(last[1], interval[1])
        } else {
            merged.append(interval)
        }
    }
    return merged
}
