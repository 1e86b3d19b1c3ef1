/// What a brace opens, and where a function begins.
extension StructureReader {
    func function(named name: String, at index: Int) -> Frame {
        var frame = Frame(kind: .function)
        frame.name = name
        frame.firstToken = max(0, index)
        return frame
    }

    /// The block that a brace opens.
    mutating func frameForBrace(_ index: Int) -> Frame {
        if let frame = nextBrace {
            nextBrace = nil
            return frame
        }
        if let last = pending.last, last.depth == brackets.count, !isPartOfHeader(index, last.frame) {
            pending.removeLast()
            // What a header announced before was a declaration without a block.
            while let rest = pending.last, rest.depth == brackets.count, rest.frame.kind == .type,
                last.frame.kind != .control
            {
                pending.removeLast()
            }
            return last.frame
        }
        let before = mark(index - 1)
        if before == 0x3D3E, rules.functions.contains(.arrows) {
            return arrowFunction(at: index - 1) ?? Frame(kind: .plain)
        }
        if before == 0x2D3E, grammar.features.isEmpty {
            // Java: a lambda, or the block of a `case`.
            if let last = frames.last, last.keyword == .switch, last.bracketDepth == brackets.count {
                return Frame(kind: .plain)
            }
            return lambda()
        }
        if before == 0x3D3E, grammar.features.contains(.csharpTexts) { return lambda() }
        if rules.conditionMark == .propagation, before == 0x7C || before == 0x7C7C { return lambda() }
        if grammar.features.contains(.swiftTexts), index > 0, !tokens[index].startsLine || before == 0x28 {
            return isComputed(index) ? Frame(kind: .plain) : lambda()
        }
        if rules.functions.contains(.named), let found = namedFunction(before: index) { return found }
        return Frame(kind: .plain)
    }

    /// Whether a brace belongs to a value or a pattern of a header, not to its block.
    private func isPartOfHeader(_ index: Int, _ frame: Frame) -> Bool {
        guard frame.kind == .control, !rules.hasParentheses else { return false }
        // Rust's `if let Point { x, y } = p {`
        if rules.conditionMark == .propagation {
            return match[index] >= 0 && mark(Int(match[index]) + 1) == 0x3D
        }
        // Go's `for _, x := range []int{1, 2} {`
        return rules.conditionMark == .absent && mark(index - 2) == 0x5D && !tokens[index].startsLine
            && tokens[index - 1].kind == .word && frame.keyword != .select
    }

    /// Whether a brace holds the body of a variable that is computed: `var x: [Int] {`.
    private func isComputed(_ index: Int) -> Bool {
        var place = index - 1
        var steps = 0
        while place > 1, steps < 32 {
            steps += 1
            let value = mark(place)
            if value == 0x3A { return keyword(place - 2) == .var || mark(place - 1) == 0x29 }
            if value == 0x5D || value == 0x29, match[place] >= 0 {
                place = Int(match[place]) - 1
                continue
            }
            guard tokens[place].kind == .word || [0x2E, 0x3F, 0x3C, 0x3E, 0x2C, 0x26].contains(value) else {
                return false
            }
            place -= 1
        }
        return false
    }

    private func lambda() -> Frame {
        var frame = Frame(kind: .lambda)
        frame.addsLevel = true
        return frame
    }

    // MARK: - func name(…) {

    mutating func readFunctionWord(_ index: Int) {
        guard rules.functions.contains(.keyword) else { return }
        // A function's type inside its own header, as Go writes it.
        if let last = pending.last, last.depth == brackets.count, last.frame.kind == .function,
            !tokens[index].startsLine
        {
            return
        }
        if tokens[index].keyword == .initializer, !isDeclaredInitializer(index) { return }
        if keyword(index - 1) == .using { return }
        var name = ""
        if tokens[index].keyword == .initializer {
            name = text(index)
        } else {
            var next = index + 1
            if [0x2A, 0x26].contains(mark(next)) { next += 1 }
            // A method of Go: the receiver stands before the name.
            if !rules.hasParentheses, mark(next) == 0x28, match[next] >= 0,
                tokens.indices.contains(Int(match[next]) + 2),
                tokens[Int(match[next]) + 1].kind == .word, mark(Int(match[next]) + 2) == 0x28,
                scopes.count == 1
            {
                next = Int(match[next]) + 1
            }
            if tokens.indices.contains(next), tokens[next].kind == .word {
                name = text(next)
            } else if tokens.indices.contains(next), mark(next) != 0x28, mark(next) != 0x7B {
                name = text(next)
            }
        }
        if name.isEmpty {
            guard rules.functions.contains(.anonymous) else { return }
            name = assignedName(before: index)
        }
        while let last = pending.last, last.depth == brackets.count, last.frame.kind == .function {
            pending.removeLast()
        }
        pending.append(Pending(frame: function(named: name, at: index), depth: brackets.count))
    }

    /// `init(` and `subscript(` where a type declares them.
    private func isDeclaredInitializer(_ index: Int) -> Bool {
        let next = mark(index + 1)
        return next == 0x28 || next == 0x3F || next == 0x3C || next == 0x7B || next == 0x21
    }

    /// `get {` and its like.
    func isAccessor(_ index: Int) -> Bool {
        guard grammar.features.contains(.swiftTexts) else { return false }
        if mark(index + 1) == 0x7B { return true }
        guard mark(index + 1) == 0x28, match[index + 1] >= 0 else { return false }
        return Int(match[index + 1]) == index + 3 && mark(index + 4) == 0x7B
    }

    private func assignedName(before index: Int) -> String {
        var place = index - 1
        if keyword(place) == .async { place -= 1 }
        guard mark(place) == 0x3D || mark(place) == 0x3A || mark(place) == 0x3A3D, place > 0,
            tokens[place - 1].kind == .word
        else { return "" }
        return text(place - 1)
    }

    // MARK: - (…) => …

    mutating func readArrow(_ index: Int) {
        if rules.countsArms {
            // The condition of an arm ends here, and has no block of its own.
            while let last = pending.last, last.depth == brackets.count, last.frame.kind == .control {
                pending.removeLast()
            }
            if let last = frames.indices.last, frames[last].keyword == .match,
                frames[last].bracketDepth == brackets.count
            {
                frames[last].arms += 1
            }
            return
        }
        if rules.functions.contains(.arrows) {
            guard mark(index + 1) != 0x7B, var frame = arrowFunction(at: index) else { return }
            frame.end = .expression
            push(frame)
        } else if rules.functions.contains(.expressions), let frame = namedFunction(before: index) {
            guard frame.kind == .function, mark(index + 1) != 0x7B else { return }
            let before = keyword(frame.firstToken - 1)
            guard before == .name || before == .reserved else { return }
            var frame = frame
            frame.end = .expression
            push(frame)
        }
    }

    /// The function an arrow belongs to; nil where it is part of a type.
    private func arrowFunction(at arrow: Int) -> Frame? {
        var first = arrow - 1
        if mark(first) == 0x29 {
            guard match[first] >= 0 else { return nil }
            first = Int(match[first])
        } else if let open = parametersBeforeType(arrow) {
            first = open
        }
        if keyword(first - 1) == .async { first -= 1 }
        let before = mark(first - 1)
        if before == 0x3A, isTypeColon(first - 1) { return nil }
        if before == 0x3D, text(first - 3) == "type" { return nil }
        if before == 0x7C || before == 0x3C || (before == 0x3D3E && isTypeContext) { return nil }
        return function(named: assignedName(before: first), at: first)
    }

    private var isTypeContext: Bool { frames.last?.keyword == .interface }

    /// `(a): T => …`: the parentheses before a type, looked for over a few tokens.
    private func parametersBeforeType(_ arrow: Int) -> Int? {
        var place = arrow - 1
        var steps = 0
        while place > 1, steps < 64 {
            steps += 1
            let value = mark(place)
            if value == 0x3A, mark(place - 1) == 0x29, match[place - 1] >= 0 { return Int(match[place - 1]) }
            if value == 0x5D || value == 0x29 || value == 0x7D, match[place] >= 0 {
                place = Int(match[place]) - 1
                continue
            }
            guard tokens[place].kind == .word || [0x3C, 0x3E, 0x7C, 0x2E, 0x26, 0x2C, 0x3E3E].contains(value)
            else { return nil }
            place -= 1
        }
        return nil
    }

    /// Whether a colon announces a type rather than the value of a key.
    private func isTypeColon(_ index: Int) -> Bool {
        guard grammar.name == "typescript", let opener = brackets.last?.opener else { return false }
        if opener < 0 { return true }
        if tokens[opener].mark == 0x28 { return true }
        return frames.last?.kind != .plain
    }

    // MARK: - name(…) {

    /// The function, type or lambda whose header ends before a brace; nil where there is none.
    func namedFunction(before index: Int) -> Frame? {
        var place = index - 1
        while place >= 0 {
            let token = tokens[place]
            switch token.kind {
            case .word:
                if token.keyword == .new || token.keyword == .return || token.keyword == .throw { return nil }
                place -= 1
            case .mark:
                switch token.mark {
                case 0x29:
                    switch header(closingAt: place, brace: index) {
                    case .found(let frame): return frame
                    case .nothing: return nil
                    case .further(let next): place = next
                    }
                case 0x5D:
                    guard match[place] >= 0 else { return nil }
                    if grammar.features.contains(.cppTexts), place == index - 1,
                        !isValue(Int(match[place]) - 1)
                    {
                        return lambda()
                    }
                    place = Int(match[place]) - 1
                case 0x2C, 0x2E, 0x3A3A, 0x26, 0x2626, 0x2A, 0x2D3E, 0x3C, 0x3E, 0x3E3E, 0x3A, 0x3F, 0x7C,
                    0x40:
                    place -= 1
                default: return nil
                }
            case .text, .number, .regex, .directive, .comment, .unknown: return nil
            }
        }
        return nil
    }

    private enum Header {
        case found(Frame)
        case nothing
        case further(Int)
    }

    /// Reads what stands before the parentheses of a header.
    private func header(closingAt close: Int, brace: Int) -> Header {
        guard match[close] > 0 else { return .nothing }
        let open = Int(match[close])
        var place = open - 1
        let token = tokens[place]
        if token.kind == .mark {
            if token.mark == 0x5D {
                if grammar.features.contains(.cppTexts), match[place] >= 0, !isValue(Int(match[place]) - 1) {
                    return .found(lambda())
                }
                // `[Symbol.iterator]() {`
                if rules.functions.contains(.arrows), match[place] >= 0 {
                    return .found(function(named: text(Int(match[place]) + 1), at: Int(match[place])))
                }
                return .nothing
            }
            guard token.mark == 0x3E || token.mark == 0x3E3E, let name = nameBeforeGenerics(place) else {
                for back in 1...3 where keyword(open - back) == .operator {
                    return .found(function(named: "operator", at: open - back))
                }
                return .nothing
            }
            place = name
        }
        if tokens[place].kind != .word { return .nothing }
        if keyword(place - 1) == .operator { return .found(function(named: "operator", at: place - 1)) }
        switch tokens[place].keyword {
        case .name: break
        case .reserved where rules.functions.contains(.arrows): break
        case .reserved: return .further(place - 1)
        default:
            guard rules.functions.contains(.arrows), tokens[place].keyword != .func,
                [.accessor, .default, .in, .with, .match].contains(tokens[place].keyword)
            else { return .nothing }
        }
        let before = place - 1
        if keyword(before) == .new {
            return rules.functions.contains(.arrows) ? .nothing : .found(Frame(kind: .type, keyword: .class))
        }
        if mark(before) == 0x2E {
            return isAnonymousClass(before) ? .found(Frame(kind: .type, keyword: .class)) : .nothing
        }
        if mark(before) == 0x2C || (mark(before) == 0x3A && !isAfterWord(before)),
            !rules.functions.contains(.arrows)
        {
            // A member of an initialiser list, or a call of the base.
            return .further(before - 1)
        }
        return .found(function(named: text(place), at: firstOfName(place)))
    }

    /// `public:`, which ends what stands before.
    private func isAfterWord(_ colon: Int) -> Bool {
        colon > 0 && tokens[colon - 1].kind == .word && text(colon - 1) != "noexcept"
    }

    /// Whether a dot is part of a class that is made without a name: `new a.b.C() {`.
    private func isAnonymousClass(_ index: Int) -> Bool {
        var place = index
        var steps = 0
        while place > 1, mark(place) == 0x2E, steps < 16 {
            place -= 2
            steps += 1
        }
        return keyword(place) == .new
    }

    private func firstOfName(_ index: Int) -> Int { mark(index - 1) == 0x7E ? index - 1 : index }

    private func nameBeforeGenerics(_ close: Int) -> Int? {
        var depth = 0
        var place = close
        while place > 0, close - place < 64 {
            switch mark(place) {
            case 0x3E: depth += 1
            case 0x3E3E: depth += 2
            case 0x3C: depth -= 1
            case 0x3B, 0x7B, 0x7D: return nil
            default: break
            }
            if depth <= 0 { return tokens[place - 1].kind == .word ? place - 1 : nil }
            place -= 1
        }
        return nil
    }
}
