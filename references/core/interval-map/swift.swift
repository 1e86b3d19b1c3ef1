enum TaskError: Error {
    case invalidArgument
}

final class IntervalMap {
    private typealias Span = (start: Int, end: Int, value: String)

    private var sorted: [Span] = []

    init() {}

    func assign(_ start: Int, _ end: Int, _ value: String) throws {
        try clear(start, end)
        let index = sorted.firstIndex { $0.start >= end } ?? sorted.count
        sorted.insert((start, end, value), at: index)
        merge(after: index)
        merge(after: index - 1)
    }

    func clear(_ start: Int, _ end: Int) throws {
        guard start < end else { throw TaskError.invalidArgument }
        sorted = sorted.flatMap { span in
            [(span.start, min(span.end, start), span.value), (max(span.start, end), span.end, span.value)]
                .filter { $0.0 < $0.1 } as [Span]
        }
    }

    func get(_ point: Int) -> String? {
        sorted.first { $0.start <= point && point < $0.end }?.value
    }

    func spans() -> [(Int, Int, String)] { sorted.map { ($0.start, $0.end, $0.value) } }

    /// Joins a span with the next one if they touch and have the same value.
    private func merge(after index: Int) {
        guard index >= 0, index + 1 < sorted.count else { return }
        let (span, next) = (sorted[index], sorted[index + 1])
        // Texts are equal here if their code points are.
        guard span.end == next.start, span.value.unicodeScalars.elementsEqual(next.value.unicodeScalars) else { return }
        sorted[index].end = next.end
        sorted.remove(at: index + 1)
    }
}
