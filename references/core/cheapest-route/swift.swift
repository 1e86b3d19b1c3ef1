enum TaskError: Error {
    case invalidArgument, outOfRange
}

func cheapestRoute(
    _ count: Int, _ roads: [(Int, Int, Int)], _ start: Int, _ goal: Int
) throws -> (Int, [Int])? {
    let towns = 0..<max(0, count)
    guard ([start, goal] + roads.flatMap { [$0.0, $0.1] }).allSatisfy(towns.contains) else {
        throw TaskError.outOfRange
    }
    guard roads.allSatisfy({ $0.2 >= 0 }) else { throw TaskError.invalidArgument }
    let leaving = Dictionary(grouping: roads, by: \.0)

    var open: [(price: Int, route: [Int])] = [(0, [start])]
    var done: Set<Int> = []
    while let best = open.indices.min(by: { isBetter(open[$0], open[$1]) }) {
        let (price, route) = open.remove(at: best)
        let town = route[route.count - 1]
        if town == goal { return (price, route) }
        guard done.insert(town).inserted else { continue }
        for (_, next, cost) in leaving[town] ?? [] where !done.contains(next) {
            open.append((price + cost, route + [next]))
        }
    }
    return nil
}

private func isBetter(_ left: (price: Int, route: [Int]), _ right: (price: Int, route: [Int])) -> Bool {
    if left.price != right.price { return left.price < right.price }
    if left.route.count != right.route.count { return left.route.count < right.route.count }
    return left.route.lexicographicallyPrecedes(right.route)
}
