enum TaskError: Error {
    case invalidArgument, outOfRange, invalidState, permissionDenied
}

final class BoundedQueue {
    private let capacity: Int
    private var texts: [String] = []
    private var isClosed = false

    init(_ capacity: Int) throws {
        guard capacity >= 1 else { throw TaskError.invalidArgument }
        self.capacity = capacity
    }

    func put(_ text: String) throws {
        if isClosed { throw TaskError.permissionDenied }
        if texts.count == capacity { throw TaskError.invalidState }
        texts.append(text)
    }

    func take() throws -> String {
        guard !texts.isEmpty else { throw TaskError.outOfRange }
        return texts.removeFirst()
    }

    func close() throws {
        if isClosed { throw TaskError.invalidState }
        isClosed = true
    }

    func size() -> Int { texts.count }

    func finished() -> Bool { isClosed && texts.isEmpty }
}
