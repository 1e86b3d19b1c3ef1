enum TaskError: Error {
    case invalidArgument, outOfRange
}

func treeLevels(_ parents: [Int?]) throws -> [[Int]] {
    var children: [Int: [Int]] = [:]
    var level: [Int] = []
    for (node, parent) in parents.enumerated() {
        guard let parent else {
            level.append(node)
            continue
        }
        guard parents.indices.contains(parent) else { throw TaskError.outOfRange }
        children[parent, default: []].append(node)
    }
    if parents.isEmpty { return [] }
    guard level.count == 1 else { throw TaskError.invalidArgument }
    var levels: [[Int]] = []
    while !level.isEmpty {
        levels.append(level)
        level = level.flatMap { children[$0] ?? [] }.sorted()
    }
    guard levels.joined().count == parents.count else { throw TaskError.invalidArgument }
    return levels
}
