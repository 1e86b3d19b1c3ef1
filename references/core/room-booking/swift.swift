enum TaskError: Error {
    case invalidArgument, notFound, invalidState
}

final class House {
    private let rooms: Set<String>
    private var bookings: [Int: (room: String, start: Int, end: Int)] = [:]
    private var latest = 0

    init(_ rooms: Set<String>) { self.rooms = rooms }

    func book(_ room: String, _ start: Int, _ end: Int) throws -> Int {
        let available = try free(start, end)
        guard rooms.contains(room) else { throw TaskError.notFound }
        guard available.contains(room) else { throw TaskError.invalidState }
        latest += 1
        bookings[latest] = (room, start, end)
        return latest
    }

    func cancel(_ number: Int) throws {
        guard bookings.removeValue(forKey: number) != nil else { throw TaskError.notFound }
    }

    func free(_ start: Int, _ end: Int) throws -> Set<String> {
        guard start < end else { throw TaskError.invalidArgument }
        return rooms.subtracting(bookings.values.filter { $0.start < end && start < $0.end }.map(\.room))
    }

    func roomOf(_ number: Int) -> String? { bookings[number]?.room }
}
