enum TaskError: Error {
    case invalidArgument
}

func busiestSpan(_ bookings: [(Int, Int)]) throws -> (Int, Int, Int)? {
    var changes: [Int: Int] = [:]
    for (start, end) in bookings {
        guard start < end else { throw TaskError.invalidArgument }
        changes[start, default: 0] += 1
        changes[end, default: 0] -= 1
    }
    let steps = changes.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    var busiest: (Int, Int, Int)?
    var holding = 0
    for (step, following) in zip(steps, steps.dropFirst()) {
        holding += step.value
        if holding > busiest?.0 ?? 0 { busiest = (holding, step.key, following.key) }
    }
    return busiest
}
