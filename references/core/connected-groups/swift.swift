enum TaskError: Error {
    case invalidArgument, outOfRange
}

func connectedGroups(_ count: Int, _ links: [(Int, Int)]) throws -> [[Int]] {
    guard count >= 0 else { throw TaskError.invalidArgument }
    var neighbours = [[Int]](repeating: [], count: count)
    for (left, right) in links {
        guard neighbours.indices.contains(left), neighbours.indices.contains(right) else { throw TaskError.outOfRange }
        neighbours[left].append(right)
        neighbours[right].append(left)
    }
    var isSeen = [Bool](repeating: false, count: count)
    var groups: [[Int]] = []
    for item in 0..<count where !isSeen[item] {
        isSeen[item] = true
        var group: [Int] = []
        var open = [item]
        while let each = open.popLast() {
            group.append(each)
            for other in neighbours[each] where !isSeen[other] {
                isSeen[other] = true
                open.append(other)
            }
        }
        groups.append(group.sorted())
    }
    return groups.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
}
