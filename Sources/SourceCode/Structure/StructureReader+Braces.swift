extension StructureReader {
    /// Reads a language whose blocks stand in braces.
    mutating func readBraces() {
        for index in tokens.indices {
            currentIndex = index
            if index > 0, tokens[index].startsLine, rules.functions.contains(.arrows) { endAtLine(index) }
            while let last = scheduled.last, last.at <= index {
                scheduled.removeLast()
                if last.at == index { begin(last.frame, at: index) }
            }
            switch tokens[index].kind {
            case .word: readWord(index)
            case .mark: readMark(index)
            case .directive: if rules.countsDirectives { readDirective(index) }
            case .number, .text, .regex, .comment, .unknown: break
            }
        }
    }

    /// Begins the body of a control structure: a block in braces, or one statement.
    private mutating func begin(_ frame: Frame, at index: Int) {
        if mark(index) == 0x7B {
            nextBrace = frame
        } else {
            var frame = frame
            frame.end = .statement
            push(frame)
        }
    }

    // MARK: - Words

    private mutating func readWord(_ index: Int) {
        let keyword = tokens[index].keyword
        switch keyword {
        case .name:
            noteCall(at: index)
            return
        case .reserved, .value: return
        default: break
        }
        // `if:` and `case:` are labels of an argument or a member, `if =` a name.
        if isLabel(index) { return }
        if rules.conditions.contains(keyword), !isLiftedFor(index) { decide() }
        switch keyword {
        case .if, .elsif, .elseif, .unless: readIf(index)
        case .for where isLiftedFor(index): break
        case .for, .foreach, .while, .until, .loop, .switch, .select, .match, .given:
            if index == closingWhile { break }
            if isModifier(index) {
                nestedIncrement()
            } else {
                nestedIncrement()
                openControl(index, keyword)
            }
        case .guard:
            nestedIncrement()
            pending.append(Pending(frame: Self.control(.guard), depth: brackets.count))
        case .catch:
            nestedIncrement()
            openControl(index, keyword)
        case .else: readElse(index)
        case .do, .repeat:
            if keyword == .repeat || rules.hasParentheses { nestedIncrement() }
            // Swift's `do` only groups what may throw.
            let frame = Self.control(keyword == .do && !rules.hasParentheses ? .try : keyword)
            scheduled.append((at: index + 1, frame: frame))
        case .try where mark(index + 1) == 0x7B || (rules.hasParentheses && mark(index + 1) == 0x28):
            openControl(index, .try)
        case .finally where mark(index + 1) == 0x7B:
            scheduled.append((at: index + 1, frame: Self.control(.finally)))
        case .break, .continue, .goto: readJump(index)
        case .and, .or:
            if rules.conditions.contains(keyword) || keyword == .and || keyword == .or {
                logical(keyword == .and ? Token.pack("&&") : Token.pack("||"))
            }
        case .func, .initializer: readFunctionWord(index)
        case .accessor where isAccessor(index):
            pending.append(
                Pending(frame: function(named: text(index), at: index), depth: brackets.count)
            )
        case .class, .struct, .enum, .interface, .trait, .impl, .namespace, .record, .union, .module:
            if mark(index - 1) == 0x3A, grammar.features.contains(.csharpTexts) { break }
            if keyword == .impl, !tokens[index].startsLine, self.keyword(index - 1) != .reserved { break }
            if keyword == .record, tokens.indices.contains(index + 1), tokens[index + 1].kind != .word {
                break
            }
            pending.append(Pending(frame: Frame(kind: .type, keyword: keyword), depth: brackets.count))
        default: break
        }
    }

    /// `for` in `impl A for B` and in `for<'a>`.
    private func isLiftedFor(_ index: Int) -> Bool {
        guard tokens[index].keyword == .for else { return false }
        if let last = pending.last, last.frame.keyword == .impl { return true }
        return mark(index + 1) == 0x3C && !rules.hasParentheses
    }

    private func isLabel(_ index: Int) -> Bool {
        guard mark(index + 1) == 0x3A, index > 0, mark(index + 1) != 0x3A3A else { return false }
        guard tokens[index].keyword != .else, tokens[index].keyword != .default else { return false }
        let before = mark(index - 1)
        return before == 0x28 || before == 0x2C || before == 0x7B
    }

    private mutating func readIf(_ index: Int) {
        let isElseIf =
            keyword(index - 1) == .else || tokens[index].keyword == .elsif || tokens[index].keyword == .elseif
        if isElseIf {
            if tokens[index].keyword != .if { flatIncrement() }
        } else {
            nestedIncrement()
        }
        if isModifier(index) { return }
        openControl(index, .if)
    }

    private mutating func readElse(_ index: Int) {
        flatIncrement()
        if let last = pending.last, last.frame.keyword == .guard, last.depth == brackets.count {
            // The increment of `guard` stands for its `else`.
            scopes[scopes.count - 1].cognitive -= 1
            return
        }
        // Rust's `let … else` breaks the flow like a condition.
        if rules.conditionMark == .propagation, mark(index - 1) != 0x7D { decide() }
        guard keyword(index + 1) != .if else { return }
        scheduled.append((at: index + 1, frame: Self.control(.else)))
    }

    /// Opens the block of a header that begins here.
    private mutating func openControl(_ index: Int, _ keyword: Keyword) {
        var frame = Self.control(keyword)
        frame.firstToken = index
        endSequence()
        if !rules.hasParentheses || (keyword == .try || keyword == .catch) && mark(index + 1) != 0x28 {
            pending.append(Pending(frame: frame, depth: brackets.count))
            return
        }
        // `for await (…)`, `if constexpr (…)`, `foreach my $x (…)`: some words before the parenthesis.
        var open = index + 1
        while open < index + 6, open < tokens.count, mark(open) != 0x28, tokens[open].kind == .word {
            open += 1
        }
        guard mark(open) == 0x28, match[open] >= 0 else { return }
        if closesLoop(Int(match[open]), keyword) { return }
        scheduled.append((at: Int(match[open]) + 1, frame: frame))
    }

    private func closesLoop(_ index: Int, _ keyword: Keyword) -> Bool {
        keyword == .while && closingWhile == index
    }

    /// `statement if condition;`, as Perl has it.
    private func isModifier(_ index: Int) -> Bool {
        guard grammar.features.contains(.perlForms), index > 0 else { return false }
        let before = tokens[index - 1]
        if before.kind == .mark { return ![0x3B, 0x7B, 0x7D, 0x3A].contains(before.mark) }
        return before.kind != .directive && before.keyword != .else
    }

    private mutating func readJump(_ index: Int) {
        guard index + 1 < tokens.count else { return }
        let next = tokens[index + 1]
        let isLabelled =
            next.kind == .word && !next.startsLine && (next.keyword == .name || next.keyword == .reserved)
        // PHP's `break 2` leaves two loops.
        if tokens[index].keyword == .goto || isLabelled
            || (grammar.features.contains(.phpTags) && next.kind == .number)
        {
            if keyword(index + 1) == .name || keyword(index + 1) == .reserved { flatIncrement() }
        }
    }

    private mutating func readDirective(_ index: Int) {
        let words = text(index).dropFirst().drop { $0 == " " || $0 == "\t" }.prefix { $0.isLetter }
        if words == "if" || words == "ifdef" || words == "elif" { decide() }
    }

    // MARK: - Marks

    private mutating func readMark(_ index: Int) {
        let value = tokens[index].mark
        if rules.conditionMarks.contains(value), !isReference(index) { decide() }
        switch value {
        case 0x2626, 0x7C7C: if !isReference(index), isValue(index - 1) { logical(value) }
        case 0x3F: readQuestion(index)
        case 0x28, 0x5B:
            // `struct node *f(…) {` and `template <class T> void f(…) {` declare no type.
            if value == 0x28, grammar.features.contains(.cppTexts) { cancelTypes() }
            openBracket(at: index)
        case 0x29, 0x5D: closeBracket(at: index)
        case 0x7B: openBrace(index)
        case 0x7D: closeBrace(index)
        case 0x3B: endStatement(index)
        case 0x2C:
            endSequence()
            endExpressions()
        case 0x3D3E: readArrow(index)
        case 0x3D: cancelTypes()
        default: break
        }
    }

    /// `&&` that is part of a type, or `||` that opens a closure.
    private func isReference(_ index: Int) -> Bool {
        let value = tokens[index].mark
        if value == 0x7C7C { return rules.conditionMark == .propagation && !isValue(index - 1) }
        guard value == 0x2626 else { return false }
        if rules.conditionMark == .propagation { return false }
        // `auto&& x`, `T&& x)`, `f() &&;`
        guard grammar.features.contains(.cppTexts) else { return false }
        let next = mark(index + 1)
        if [0x29, 0x2C, 0x3B, 0x7B, 0x3E].contains(next) { return true }
        if keyword(index - 1) == .reserved { return true }
        let isDeclared =
            index + 2 < tokens.count && tokens[index + 1].kind == .word
            && [0x3D, 0x3A].contains(mark(index + 2)) && tokens[index + 1].keyword == .name
        return isDeclared
            || (mark(index - 1) == 0x3E && index + 1 < tokens.count && tokens[index + 1].kind == .word
                && [0x29, 0x2C].contains(mark(index + 2)))
    }

    func isValue(_ index: Int) -> Bool {
        guard index >= 0 else { return false }
        let token = tokens[index]
        switch token.kind {
        case .word: return token.keyword == .name || token.keyword == .value
        case .number, .text, .regex: return true
        case .mark: return [0x29, 0x5D, 0x7D, 0x3F].contains(token.mark)
        case .comment, .directive, .unknown: return false
        }
    }

    private mutating func readQuestion(_ index: Int) {
        switch rules.conditionMark {
        case .absent: return
        case .propagation: decide()
        case .ternary:
            guard isTernary(index) else { return }
            decide()
            ternary()
        case .ternaryOrType:
            decide()
            if isTernary(index) { ternary() }
        }
    }

    /// A `?` that chooses, not one that makes a type or a member optional.
    private func isTernary(_ index: Int) -> Bool {
        let next = mark(index + 1)
        if rules.conditionMark == .ternaryOrType, !isValue(index - 1) { return false }
        if grammar.features.contains(.swiftTexts) {
            return !tokens[index].flags.contains(.touchesPrevious)
        }
        // `x?: T`, `f?.()`, `Box<?>`, `int?)`, `int? x = `, `? extends T`
        if [0x3A, 0x29, 0x2C, 0x3E, 0x3B, 0x3D, 0x7B, 0x5D, 0x3E3E].contains(next) { return false }
        if next == 0x5B || next == 0x2E { return !tokens[index].flags.contains(.touchesPrevious) }
        let before = mark(index - 1)
        if before == 0x3C || before == 0x2C || before == 0x28 || before == 0x3A { return false }
        if grammar.features.contains(.csharpTexts), tokens[index].flags.contains(.touchesPrevious),
            index + 2 < tokens.count, tokens[index + 1].kind == .word,
            [0x3D, 0x3B, 0x29, 0x2C, 0x7B, 0x28, 0x3D3E].contains(mark(index + 2))
        {
            return false
        }
        return index > 0
    }

    mutating func closeBracket(at index: Int) {
        let opener = Int(match[index])
        guard opener >= 0 else { return }
        while brackets.count > 1, let last = brackets.last {
            brackets.removeLast()
            if last.opener == opener { break }
        }
        dropInner(before: index)
    }

    /// Ends what began inside the brackets that have just closed.
    private mutating func dropInner(before index: Int) {
        let depth = brackets.count
        while let last = frames.last, last.bracketDepth > depth { pop(before: index - 1) }
        while let last = pending.last, last.depth > depth { pending.removeLast() }
    }

    private mutating func openBrace(_ index: Int) {
        var frame = frameForBrace(index)
        endSequence()
        openBracket(at: index)
        if match[index] < 0 { frame.end = .brace }
        push(frame)
    }

    private mutating func closeBrace(_ index: Int) {
        guard match[index] >= 0 else { return }
        let depth = brackets.lastIndex { $0.opener == Int(match[index]) } ?? brackets.count
        let frame = frames.last { $0.bracketDepth == depth + 1 && isBraced($0) }
        while let last = frames.last, last.bracketDepth > depth + 1 { pop(before: index - 1) }
        // The function's last token is its brace.
        while let last = frames.last, last.bracketDepth == depth + 1 {
            pop(before: isBraced(last) ? index : index - 1)
        }
        closeBracket(at: index)
        if let frame, frame.kind == .control {
            if rules.countsArms, frame.keyword == .match { decide(max(0, frame.arms - 1)) }
            if frame.keyword == .do || frame.keyword == .repeat, keyword(index + 1) == .while {
                noteClosingWhile(index + 1)
            }
            endStatements(next: index + 1, after: frame.keyword)
        }
        endSequence()
    }

    private func isBraced(_ frame: Frame) -> Bool { if case .brace = frame.end { true } else { false } }

    private mutating func noteClosingWhile(_ index: Int) { closingWhile = index }

    // MARK: - Ends of statements

    private mutating func endStatement(_ index: Int) {
        endSequence()
        while let last = pending.last, last.depth == brackets.count,
            last.frame.kind != .control || rules.hasParentheses
        {
            pending.removeLast()
        }
        endExpressions()
        guard case .statement? = frames.last?.end, frames.last?.bracketDepth == brackets.count else { return }
        let keyword = frames.last?.keyword ?? .name
        pop(before: index)
        if keyword == .do, self.keyword(index + 1) == .while { closingWhile = index + 1 }
        endStatements(next: index + 1, after: keyword)
    }

    /// Ends the statements that have just ended with the one inside them.
    private mutating func endStatements(next: Int, after keyword: Keyword) {
        var keyword = keyword
        while case .statement? = frames.last?.end, frames.last?.bracketDepth == brackets.count {
            let continues: Bool
            switch self.keyword(next) {
            case .else, .elseif, .elsif: continues = keyword == .if || keyword == .unless
            case .catch, .finally: continues = keyword == .try || keyword == .catch
            case .while: continues = keyword == .do
            default: continues = false
            }
            if continues { return }
            keyword = frames.last?.keyword ?? .name
            pop(before: next - 1)
        }
    }

    /// Ends functions that are one expression.
    mutating func endExpressions() {
        while case .expression? = frames.last?.end, frames.last?.bracketDepth == brackets.count {
            pop(before: max(0, currentIndex - 1))
        }
    }

    /// Ends a statement at a line's end, as JavaScript does where no mark goes on with it.
    private mutating func endAtLine(_ index: Int) {
        guard let last = frames.last, last.bracketDepth == brackets.count else { return }
        switch last.end {
        case .brace, .indentation, .word: return
        case .statement, .expression: break
        }
        guard index - 1 > last.firstToken,
            isValue(index - 1) || keyword(index - 1) == .return || mark(index - 1) == 0x2B2B,
            tokens[index].kind != .mark || [0x7D, 0x5B, 0x2B2B].contains(tokens[index].mark)
        else { return }
        currentIndex = index
        if case .expression = last.end { endExpressions() }
        guard case .statement? = frames.last?.end, frames.last?.bracketDepth == brackets.count,
            !scheduled.contains(where: { $0.at == index })
        else { return }
        let keyword = frames.last?.keyword ?? .name
        pop(before: index - 1)
        endStatements(next: index, after: keyword)
    }

    private mutating func cancelTypes() {
        while let last = pending.last, last.depth == brackets.count, last.frame.kind == .type {
            pending.removeLast()
        }
    }
}
