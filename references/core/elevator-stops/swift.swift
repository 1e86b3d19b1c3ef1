enum TaskError: Error {
    case invalidArgument
}

func elevatorStops(_ start: Int, _ requests: [(Int, Int)]) throws -> [(Int, Int)] {
    guard requests.allSatisfy({ $0.0 >= 0 }) else { throw TaskError.invalidArgument }
    var waiting = requests.sorted { $0 > $1 }
    var pending: Set<Int> = []
    var stops: [(Int, Int)] = []
    var (tick, floor, direction) = (0, start, 1)
    while !waiting.isEmpty || !pending.isEmpty {
        while let request = waiting.last, request.0 == tick {
            pending.insert(request.1)
            waiting.removeLast()
        }
        if pending.remove(floor) != nil { stops.append((tick, floor)) }
        if !pending.isEmpty {
            if !pending.contains(where: { ($0 - floor) * direction > 0 }) { direction = -direction }
            floor += direction
        }
        tick += 1
    }
    return stops
}
