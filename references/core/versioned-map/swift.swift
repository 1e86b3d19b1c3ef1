enum TaskError: Error {
    case outOfRange, notFound
}

final class VersionedMap {
    /// Every version is kept whole; their storage is shared until it changes.
    private var versions: [[String: String]] = [[:]]
    private var latest: [String: String] { versions[versions.count - 1] }

    func put(_ key: String, _ value: String) -> Int {
        add(latest.merging([key: value]) { $1 })
    }

    func remove(_ key: String) throws -> Int {
        var next = latest
        guard next.removeValue(forKey: key) != nil else { throw TaskError.notFound }
        return add(next)
    }

    func get(_ key: String, _ version: Int) throws -> String? {
        try at(version)[key]
    }

    func size(_ version: Int) throws -> Int {
        try at(version).count
    }

    func changed(_ version: Int) throws -> Set<String> {
        let before = try at(version)
        return Set(before.keys).union(latest.keys).filter { before[$0] != latest[$0] }
    }

    private func add(_ next: [String: String]) -> Int {
        versions.append(next)
        return versions.count - 1
    }

    private func at(_ version: Int) throws -> [String: String] {
        guard versions.indices.contains(version) else { throw TaskError.outOfRange }
        return versions[version]
    }
}
