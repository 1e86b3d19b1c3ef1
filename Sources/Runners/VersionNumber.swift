/// A dotted version such as `3.11.2`, compared part by part.
struct VersionNumber: Sendable, Hashable, Comparable {
    var parts: [Int]

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap(\.self)
        guard !numbers.isEmpty, numbers.count == parts.count else { return nil }
        self.parts = numbers
    }

    static func < (left: VersionNumber, right: VersionNumber) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }
}
