enum TaskError: Error {
    case invalidArgument, notFound
}

final class LruCache {
    private let capacity: Int
    private var clock = 0
    private var values: [Int: Int] = [:]
    /// The time of the latest use by key.
    private var uses: [Int: Int] = [:]

    init(_ capacity: Int) throws {
        guard capacity >= 1 else { throw TaskError.invalidArgument }
        self.capacity = capacity
    }

    func get(_ key: Int) -> Int? {
        guard let value = values[key] else { return nil }
        touch(key)
        return value
    }

    func put(_ key: Int, _ value: Int) -> Int? {
        var dropped: Int?
        if values[key] == nil, values.count == capacity, let oldest = uses.min(by: { $0.value < $1.value })?.key {
            dropped = oldest
            values[oldest] = nil
            uses[oldest] = nil
        }
        values[key] = value
        touch(key)
        return dropped
    }

    func remove(_ key: Int) throws {
        guard values.removeValue(forKey: key) != nil else { throw TaskError.notFound }
        uses[key] = nil
    }

    func keys() -> [Int] { uses.sorted { $0.value > $1.value }.map(\.key) }

    private func touch(_ key: Int) {
        clock += 1
        uses[key] = clock
    }
}
