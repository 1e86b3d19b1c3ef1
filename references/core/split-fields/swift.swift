enum TaskError: Error {
    case invalidArgument
}

func splitFields(_ line: String, _ separator: String) throws -> [String] {
    let mark: Unicode.Scalar = "\""
    let separators = Array(separator.unicodeScalars)
    guard separators.count == 1, separators[0] != mark else { throw TaskError.invalidArgument }
    var fields: [String] = []
    var rest = Array(line.unicodeScalars)[...]
    while true {
        var field = String.UnicodeScalarView()
        if rest.first == mark {
            rest = rest.dropFirst()
            while true {
                guard let next = rest.popFirst() else { throw TaskError.invalidArgument }
                // A mark ends the field unless it is doubled.
                if next == mark, rest.popFirst(ifEqualTo: mark) == nil { break }
                field.append(next)
            }
        } else {
            field.append(contentsOf: rest.prefix { $0 != separators[0] })
            guard !field.contains(mark) else { throw TaskError.invalidArgument }
            rest = rest.dropFirst(field.count)
        }
        fields.append(String(field))
        if rest.isEmpty { return fields }
        guard rest.popFirst(ifEqualTo: separators[0]) != nil else { throw TaskError.invalidArgument }
    }
}

extension ArraySlice<Unicode.Scalar> {
    fileprivate mutating func popFirst(ifEqualTo scalar: Unicode.Scalar) -> Unicode.Scalar? {
        first == scalar ? popFirst() : nil
    }
}
