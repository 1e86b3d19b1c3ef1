enum TaskError: Error {
    case invalidArgument
}

private enum Token {
    case literal(Unicode.Scalar), anyOne, star, anyStar

    var isStar: Bool {
        switch self {
        case .star, .anyStar: true
        case .literal, .anyOne: false
        }
    }
}

func globMatch(_ pattern: String, _ path: String) throws -> Bool {
    let tokens = try tokens(of: pattern)
    // states[i]: the first i tokens can match what was read so far.
    var states = [Bool](repeating: false, count: tokens.count + 1)
    states[0] = true
    skipStars(tokens, &states)
    for symbol in path.unicodeScalars {
        var following = [Bool](repeating: false, count: tokens.count + 1)
        for (index, token) in tokens.enumerated() where states[index] {
            switch token {
            case .anyStar: following[index] = true
            case .star: if symbol != "/" { following[index] = true }
            case .anyOne: if symbol != "/" { following[index + 1] = true }
            case .literal(let literal): if symbol == literal { following[index + 1] = true }
            }
        }
        states = following
        skipStars(tokens, &states)
    }
    return states[tokens.count]
}

/// Adds the states that are reached when stars match nothing.
private func skipStars(_ tokens: [Token], _ states: inout [Bool]) {
    for (index, token) in tokens.enumerated() where states[index] && token.isStar { states[index + 1] = true }
}

private func tokens(of pattern: String) throws -> [Token] {
    var tokens: [Token] = []
    var symbols = Array(pattern.unicodeScalars)[...]
    while let symbol = symbols.popFirst() {
        switch symbol {
        case "*":
            let more = symbols.prefix { $0 == "*" }
            symbols = symbols.dropFirst(more.count)
            tokens.append(more.isEmpty ? .star : .anyStar)
        case "?": tokens.append(.anyOne)
        case "\\":
            guard let literal = symbols.popFirst() else { throw TaskError.invalidArgument }
            tokens.append(.literal(literal))
        default: tokens.append(.literal(symbol))
        }
    }
    return tokens
}
