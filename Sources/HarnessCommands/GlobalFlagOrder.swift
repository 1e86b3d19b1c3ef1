/// Moves global flags that stand before or between command names behind them, where the parser expects them.
enum GlobalFlagOrder {
    /// The same arguments in the order `command path, global flags, the rest`.
    ///
    /// `isCommand` tells whether a word is a command at the path that precedes it.
    static func normalized(_ arguments: [String], isCommand: ([String], String) -> Bool) -> [String] {
        var path: [String] = []
        var moved: [String] = []
        var rest = arguments[...]
        while let argument = rest.first {
            if isCommand(path, argument) {
                path.append(argument)
                rest = rest.dropFirst()
            } else if let length = lengthOfGlobal(at: rest) {
                moved.append(contentsOf: rest.prefix(length))
                rest = rest.dropFirst(length)
            } else {
                break
            }
        }
        return path + moved + rest
    }

    private static let plainFlags: Set<String> = ["--json", "-q", "--quiet", "-v", "--verbose"]
    private static let valueFlags: Set<String> = ["--config", "-C", "--color"]

    private static func lengthOfGlobal(at arguments: ArraySlice<String>) -> Int? {
        guard let argument = arguments.first else { return nil }
        if plainFlags.contains(argument) { return 1 }
        if valueFlags.contains(argument) { return min(2, arguments.count) }
        let isJoined = valueFlags.contains { argument.hasPrefix($0 + "=") }
        return isJoined ? 1 : nil
    }
}
