enum TaskError: Error {
    case outOfRange
}

final class MinQueue {
    /// Values with the smallest of themselves and all below them; the back of the queue, and its front reversed.
    private var back: [(value: Int, minimum: Int)] = []
    private var front: [(value: Int, minimum: Int)] = []

    init() {}

    func push(_ value: Int) { Self.push(value, on: &back) }

    func pop() throws -> Int {
        if front.isEmpty {
            while let (value, _) = back.popLast() { Self.push(value, on: &front) }
        }
        guard let (value, _) = front.popLast() else { throw TaskError.outOfRange }
        return value
    }

    func minimum() throws -> Int {
        guard let minimum = [front.last?.minimum, back.last?.minimum].compactMap({ $0 }).min() else {
            throw TaskError.outOfRange
        }
        return minimum
    }

    func size() -> Int { front.count + back.count }

    private static func push(_ value: Int, on stack: inout [(value: Int, minimum: Int)]) {
        stack.append((value, min(value, stack.last?.minimum ?? value)))
    }
}
