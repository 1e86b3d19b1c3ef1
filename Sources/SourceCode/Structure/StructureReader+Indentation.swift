extension StructureReader {
    /// Reads a language whose blocks stand further to the right than their headers.
    mutating func readIndentation() {
        for index in tokens.indices {
            currentIndex = index
            if brackets.count == 1 {
                if tokens[index].startsLine {
                    beginStatement(index)
                } else if mark(index - 1) == 0x3B {
                    continueLine(index)
                }
            }
            switch tokens[index].kind {
            case .word: readIndentedWord(index)
            case .mark: readIndentedMark(index)
            case .number, .text, .regex, .directive, .comment, .unknown: break
            }
        }
    }

    private mutating func beginStatement(_ index: Int) {
        statementColumn = column(of: index)
        statementStart = index
        endedKeyword = .name
        while case .indentation(let header)? = frames.last?.end, statementColumn <= header {
            if header == statementColumn { endedKeyword = frames.last?.keyword ?? .name }
            pop(before: index - 1)
        }
        pending.removeAll()
        lambdas.removeAll()
        endSequence()
    }

    /// A statement behind `;`.
    private mutating func continueLine(_ index: Int) {
        statementStart = index
        endSequence()
    }

    /// Column of a token, tabs counted to the next multiple of eight.
    private func column(of index: Int) -> Int {
        var start = Int(tokens[index].start)
        while start > 0, source.bytes[start - 1] != newline { start -= 1 }
        var column = 0
        for byte in source.bytes[start..<Int(tokens[index].start)] {
            column = byte == tab ? (column / 8 + 1) * 8 : byte == 0x0C ? 0 : column + 1
        }
        return column
    }

    private mutating func announce(_ frame: Frame) {
        pending.append(Pending(frame: frame, depth: brackets.count))
    }

    private mutating func readIndentedWord(_ index: Int) {
        let keyword = tokens[index].keyword
        let isFirst =
            index == statementStart || (index == statementStart + 1 && self.keyword(statementStart) == .async)
        switch keyword {
        case .name: noteCall(at: index)
        case .if:
            decide()
            if isFirst {
                nestedIncrement()
                announce(Self.control(.if))
            } else if !brackets[brackets.count - 1].hasFor, self.keyword(statementStart) != .case {
                ternary()
            }
        case .elif:
            decide()
            flatIncrement()
            announce(Self.control(.if))
        case .else where isFirst:
            flatIncrement()
            announce(Self.control(endedKeyword == .if ? .else : .try))
        case .for:
            decide()
            if isFirst {
                nestedIncrement()
                announce(Self.control(.for))
            } else {
                brackets[brackets.count - 1].hasFor = true
            }
        case .while where isFirst:
            decide()
            nestedIncrement()
            announce(Self.control(.while))
        case .try where isFirst: announce(Self.control(.try))
        case .except:
            decide()
            nestedIncrement()
            announce(Self.control(.except))
        case .finally:
            decide()
            announce(Self.control(.finally))
        case .with where isFirst: announce(Self.control(.with))
        case .match where isFirst && isSoftKeyword(index):
            nestedIncrement()
            var frame = Self.control(.match)
            frame.addsLevel = true
            announce(frame)
        case .case where isFirst && isSoftKeyword(index):
            decide()
            announce(Frame(kind: .plain, keyword: .case))
        case .func where isFirst: announce(function(named: text(index + 1), at: index))
        case .class where isFirst: announce(Frame(kind: .type, keyword: .class))
        case .lambda: lambdas.append(brackets.count)
        case .and, .or:
            decide()
            logical(keyword == .and ? Token.pack("&&") : Token.pack("||"))
        default: break
        }
    }

    /// Whether `match` or `case` begins a statement, and is no name.
    private func isSoftKeyword(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, !tokens[index + 1].startsLine else { return false }
        let next = tokens[index + 1]
        guard next.kind == .mark else { return true }
        switch next.mark {
        case 0x28, 0x5B, 0x7B:
            guard match[index + 1] >= 0 else { return false }
            let after = Int(match[index + 1]) + 1
            return [0x3A, 0x2C, 0x7C].contains(mark(after)) || keyword(after) == .if || text(after) == "as"
        case 0x2D, 0x2A: return true
        default: return false
        }
    }

    private mutating func readIndentedMark(_ index: Int) {
        switch tokens[index].mark {
        case 0x28, 0x5B, 0x7B: openBracket(at: index)
        case 0x29, 0x5D, 0x7D:
            closeBracket(at: index)
            while let last = lambdas.last, last > brackets.count { lambdas.removeLast() }
        case 0x2C: endSequence()
        case 0x3A:
            if lambdas.last == brackets.count {
                lambdas.removeLast()
            } else if let last = pending.last, last.depth == brackets.count {
                pending.removeLast()
                var frame = last.frame
                frame.end = .indentation(statementColumn)
                push(frame)
                statementStart = index + 1
                endSequence()
            }
        default: break
        }
    }
}
