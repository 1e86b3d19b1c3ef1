enum TaskError: Error {
    case invalidArgument, invalidState
}

final class TokenBucket {
    private let capacity: Int
    private let interval: Int
    private var tokens: Int
    private var latest = 0

    init(_ capacity: Int, _ interval: Int) throws {
        guard capacity >= 1, interval >= 1 else { throw TaskError.invalidArgument }
        self.capacity = capacity
        self.interval = interval
        tokens = capacity
    }

    func allow(_ time: Int, _ wanted: Int) throws -> Bool {
        try checkTokens(wanted)
        try advance(to: time)
        guard wanted <= tokens else { return false }
        tokens -= wanted
        return true
    }

    func available(_ time: Int) throws -> Int {
        try advance(to: time)
        return tokens
    }

    func wait(_ time: Int, _ wanted: Int) throws -> Int {
        try checkTokens(wanted)
        try advance(to: time)
        guard wanted > tokens else { return 0 }
        return (wanted - tokens) * interval - time % interval
    }

    private func checkTokens(_ wanted: Int) throws {
        guard (1...capacity).contains(wanted) else { throw TaskError.invalidArgument }
    }

    private func advance(to time: Int) throws {
        guard time >= latest else { throw TaskError.invalidState }
        let added = time / interval - latest / interval
        tokens = added >= capacity - tokens ? capacity : tokens + added
        latest = time
    }
}
