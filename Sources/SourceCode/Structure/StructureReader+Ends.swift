extension StructureReader {
    /// Reads a language whose blocks go up to the word `end`.
    mutating func readEnds() {
        for index in tokens.indices {
            currentIndex = index
            if index > 0, tokens[index].startsLine {
                // A loop's `do` stands on its own line at the latest.
                pending.removeAll()
                endExpressions()
            }
            switch tokens[index].kind {
            case .word: readEndWord(index)
            case .mark: readEndMark(index)
            case .number, .text, .regex, .directive, .comment, .unknown: break
            }
        }
    }

    private mutating func open(_ frame: Frame) {
        var frame = frame
        frame.end = .word
        push(frame)
    }

    private mutating func readEndWord(_ index: Int) {
        let keyword = tokens[index].keyword
        if isHashKey(index) { return }
        if rules.conditions.contains(keyword) { decide() }
        switch keyword {
        case .name: noteCall(at: index)
        case .func: openFunction(index)
        case .class, .module: open(Frame(kind: .type, keyword: keyword))
        case .begin: open(Self.control(.begin))
        case .case:
            nestedIncrement()
            open(Self.control(.case))
        case .if, .unless:
            endSequence()
            nestedIncrement()
            if !isTrailing(index) { open(Self.control(.if)) }
        case .while, .until:
            endSequence()
            if keyword == .until, frames.last?.keyword == .repeat { return pop(before: index) }
            nestedIncrement()
            if !isTrailing(index) { openLoop(keyword) }
        case .for:
            nestedIncrement()
            openLoop(keyword)
        case .repeat:
            nestedIncrement()
            open(Self.control(.repeat))
        case .do:
            if pending.popLast() != nil { return }
            var frame = Frame(kind: .lambda, keyword: .do)
            frame.addsLevel = grammar.name == "ruby"
            open(frame)
        case .elsif, .elseif: flatIncrement()
        case .else: if frames.last?.keyword == .if { flatIncrement() }
        case .rescue: nestedIncrement()
        case .and, .or: logical(keyword == .and ? Token.pack("&&") : Token.pack("||"))
        case .end: closeEnd(index)
        default: break
        }
    }

    private mutating func closeEnd(_ index: Int) {
        while let last = frames.last {
            if case .word = last.end {
                pop(before: index)
                return
            }
            // An `end` inside braces does not close what is outside.
            if case .brace = last.end,
                match[brackets[brackets.count - 1].opener < 0 ? 0 : brackets[brackets.count - 1].opener] >= 0
            {
                return
            }
            pop(before: index)
        }
    }

    private mutating func openLoop(_ keyword: Keyword) {
        open(Self.control(keyword))
        pending.append(Pending(frame: Frame(kind: .plain), depth: brackets.count))
    }

    private func isHashKey(_ index: Int) -> Bool {
        // `if: 1`: a key touches its colon, and a value stands behind.
        mark(index + 1) == 0x3A && index + 1 < tokens.count
            && tokens[index + 1].flags.contains(.touchesPrevious)
    }

    /// Whether a condition stands behind its statement.
    private func isTrailing(_ index: Int) -> Bool {
        guard grammar.name == "ruby", index > 0, !tokens[index].startsLine else { return false }
        let before = tokens[index - 1]
        if before.kind == .word {
            switch before.keyword {
            case .name, .value, .end, .return, .break, .continue, .yield: return true
            case .reserved: return true
            default: return false
            }
        }
        return isValue(index - 1)
    }

    private mutating func openFunction(_ index: Int) {
        var place = index + 1
        if mark(place + 1) == 0x2E { place += 2 }
        // Lua's `function a.b:c(…)`.
        while grammar.name == "lua", mark(place + 1) == 0x2E || mark(place + 1) == 0x3A { place += 2 }
        let isNamed = tokens.indices.contains(place) && mark(place) != 0x28
        var frame = function(named: isNamed ? text(place) : "", at: index)
        if isEndless(place) {
            frame.end = .expression
            return push(frame)
        }
        open(frame)
    }

    /// Whether a function is one expression: `def area = width * height`.
    private func isEndless(_ name: Int) -> Bool {
        guard grammar.name == "ruby", tokens.indices.contains(name + 1), !tokens[name + 1].startsLine else {
            return false
        }
        if mark(name + 1) == 0x28, match[name + 1] >= 0 {
            let after = Int(match[name + 1]) + 1
            return mark(after) == 0x3D && !tokens[after].startsLine && !tokens[name + 1].isMark("=")
        }
        return mark(name + 1) == 0x3D && !tokens[name + 1].flags.contains(.touchesPrevious)
    }

    private mutating func readEndMark(_ index: Int) {
        let value = tokens[index].mark
        if rules.conditionMarks.contains(value) {
            decide()
            logical(value)
        }
        switch value {
        case 0x28, 0x5B: openBracket(at: index)
        case 0x29, 0x5D: closeBracket(at: index)
        case 0x7B:
            openBracket(at: index)
            var frame = Frame(kind: .plain)
            frame.addsLevel = grammar.name == "ruby" && isValue(index - 1)
            push(frame)
        case 0x7D: closeBracket(at: index)
        case 0x2C: endSequence()
        case 0x3B:
            endSequence()
            endExpressions()
        case 0x3F where rules.conditionMark == .ternary:
            decide()
            ternary()
        default: break
        }
    }
}
