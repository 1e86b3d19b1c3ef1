struct Change: Hashable {
    var name: String
    var before: Int?
    var after: Int?
}

enum TaskError: Error {
    case invalidArgument
}

func inventoryDiff(_ before: [String: Int], _ after: [String: Int]) throws -> [Change] {
    guard before.values.allSatisfy({ $0 >= 0 }), after.values.allSatisfy({ $0 >= 0 }) else {
        throw TaskError.invalidArgument
    }
    let names = Set(before.keys).union(after.keys)
    return names.map { Change(name: $0, before: before[$0], after: after[$0]) }
        .filter { $0.before != $0.after }
        .sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) }
}
