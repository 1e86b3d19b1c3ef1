enum TaskError: Error {
    case invalidArgument
}

func buildOrder(_ needs: [String: [String]]) throws -> [String] {
    var missing: [String: Set<String>] = [:]
    for (module, required) in needs {
        missing[module, default: []].formUnion(required)
        for other in required { missing[other, default: []].formUnion([]) }
    }
    var users: [String: [String]] = [:]
    for (module, required) in missing {
        for other in required { users[other, default: []].append(module) }
    }
    var ready = missing.filter { $0.value.isEmpty }.map(\.key)
    var order: [String] = []
    while let module = ready.min(by: precedes) {
        ready.removeAll { $0 == module }
        order.append(module)
        for user in users[module] ?? [] {
            missing[user]?.remove(module)
            if missing[user]?.isEmpty == true { ready.append(user) }
        }
    }
    guard order.count == missing.count else { throw TaskError.invalidArgument }
    return order
}

/// The order of Unicode code points, which the order of strings is not.
private func precedes(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
}
