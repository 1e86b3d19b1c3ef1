enum TaskError: Error {
    case invalidArgument
}

func sharedMembers(_ groups: [Set<Int>], _ least: Int, _ most: Int?) throws -> Set<Int> {
    let most = most ?? .max
    guard least >= 1, most >= least else { throw TaskError.invalidArgument }
    var counts: [Int: Int] = [:]
    for member in groups.joined() { counts[member, default: 0] += 1 }
    return Set(counts.filter { (least...most).contains($0.value) }.keys)
}
