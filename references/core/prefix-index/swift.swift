enum TaskError: Error {
    case invalidArgument, notFound
}

final class PrefixIndex {
    /// Code points of the words, sorted: texts that are merely equivalent are different words here.
    private var words: [[Unicode.Scalar]] = []

    init() {}

    func add(_ word: String) throws -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard !scalars.isEmpty else { throw TaskError.invalidArgument }
        let index = firstIndex(notBefore: scalars)
        if index < words.count && words[index] == scalars { return false }
        words.insert(scalars, at: index)
        return true
    }

    func remove(_ word: String) throws {
        let scalars = Array(word.unicodeScalars)
        let index = firstIndex(notBefore: scalars)
        guard index < words.count, words[index] == scalars else { throw TaskError.notFound }
        words.remove(at: index)
    }

    func count(_ prefix: String) -> Int { starting(with: prefix).count }

    func complete(_ prefix: String, _ limit: Int) throws -> [String] {
        guard limit >= 0 else { throw TaskError.invalidArgument }
        return starting(with: prefix).prefix(limit).map { scalars in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }
    }

    private func starting(with prefix: String) -> ArraySlice<[Unicode.Scalar]> {
        let scalars = Array(prefix.unicodeScalars)
        return words[firstIndex(notBefore: scalars)...].prefix { $0.starts(with: scalars) }
    }

    private func firstIndex(notBefore word: [Unicode.Scalar]) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
