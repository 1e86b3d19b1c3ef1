enum TaskError: Error {
    case invalidArgument
}

private let regularKicks = 5

func shootout(_ kicks: [Bool]) throws -> (String, Int) {
    var goals = [0, 0]
    for (index, isGoal) in kicks.enumerated() {
        goals[index % 2] += isGoal ? 1 : 0
        guard let team = winner(index + 1, goals) else { continue }
        guard index + 1 == kicks.count else { throw TaskError.invalidArgument }
        return (team, index + 1)
    }
    return ("open", kicks.count)
}

private func winner(_ taken: Int, _ goals: [Int]) -> String? {
    if taken > 2 * regularKicks && taken % 2 == 1 { return nil }
    let leftA = max(0, regularKicks - (taken + 1) / 2)
    let leftB = max(0, regularKicks - taken / 2)
    if goals[0] > goals[1] + leftB { return "A" }
    if goals[1] > goals[0] + leftA { return "B" }
    return nil
}
