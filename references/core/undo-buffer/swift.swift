enum TaskError: Error {
    case invalidArgument, outOfRange
}

final class UndoBuffer {
    private var content: [Unicode.Scalar]
    private let limit: Int
    private var past: [[Unicode.Scalar]] = []
    private var future: [[Unicode.Scalar]] = []

    init(_ initial: String, _ limit: Int) throws {
        guard limit >= 0 else { throw TaskError.invalidArgument }
        content = Array(initial.unicodeScalars)
        self.limit = limit
    }

    func insert(_ position: Int, _ addition: String) throws {
        let place = try range(position, 0)
        guard !addition.unicodeScalars.isEmpty else { return }
        remember()
        content.replaceSubrange(place, with: addition.unicodeScalars)
    }

    func delete(_ position: Int, _ count: Int) throws -> String {
        let place = try range(position, count)
        let removed = text(of: content[place])
        guard count > 0 else { return removed }
        remember()
        content.removeSubrange(place)
        return removed
    }

    func text() -> String { text(of: content[...]) }

    func undo() -> Bool {
        guard let state = past.popLast() else { return false }
        future.append(content)
        content = state
        return true
    }

    func redo() -> Bool {
        guard let state = future.popLast() else { return false }
        past.append(content)
        content = state
        return true
    }

    private func range(_ position: Int, _ count: Int) throws -> Range<Int> {
        guard (0...content.count).contains(position), (0...content.count - position).contains(count) else {
            throw TaskError.outOfRange
        }
        return position..<position + count
    }

    private func remember() {
        past.append(content)
        if past.count > limit { past.removeFirst() }
        future = []
    }

    private func text(of scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
