enum TaskError: Error {
    case invalidArgument
}

private let longest = 1000

func expandPattern(_ pattern: String) throws -> String {
    var outer: [(times: Int, before: [Unicode.Scalar])] = []
    var text: [Unicode.Scalar] = []
    var count: Int?
    var symbols = pattern.unicodeScalars.makeIterator()
    while let symbol = symbols.next() {
        if ("0"..."9").contains(symbol) {
            // More than the longest text is too much, however much more.
            count = min((count ?? 0) * 10 + Int(symbol.value) - 48, longest + 1)
            continue
        }
        if symbol == "[" {
            guard let times = count else { throw TaskError.invalidArgument }
            outer.append((times, text))
            text = []
            count = nil
            continue
        }
        guard count == nil else { throw TaskError.invalidArgument }
        switch symbol {
        case "]":
            guard let (times, before) = outer.popLast(), text.count * times <= longest else {
                throw TaskError.invalidArgument
            }
            text = before + Array(repeating: text, count: text.isEmpty ? 0 : times).joined()
        case "\\":
            guard let literal = symbols.next() else { throw TaskError.invalidArgument }
            text.append(literal)
        default: text.append(symbol)
        }
        guard text.count <= longest else { throw TaskError.invalidArgument }
    }
    guard count == nil, outer.isEmpty else { throw TaskError.invalidArgument }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    return String(view)
}
