/// Reads blocks, functions and decisions from a program's tokens in one pass.
///
/// Linear in the tokens, whatever they are: brackets are matched once, and every look back ends at the block
/// before. A program that does not parse gets numbers as well; they mean little, and nothing fails.
struct StructureReader {
    let source: TokenizedSource
    let rules: StructureRules
    let grammar: Grammar
    /// The program without its comments.
    let tokens: [Token]
    /// Index of the bracket that belongs to a bracket; −1 where none does.
    let match: [Int32]

    /// Functions around the token that is read; the first stands for the program outside of functions.
    var scopes: [Scope] = [Scope(name: "", firstToken: 0)]
    var frames: [Frame] = []
    var brackets: [Bracket] = []
    /// Headers whose block has not begun yet.
    var pending: [Pending] = []
    /// Bodies that begin at a known token, behind a condition in parentheses.
    var scheduled: [(at: Int, frame: Frame)] = []
    /// The frame of the brace that comes next.
    var nextBrace: Frame?
    /// A `while` that ends a `do`, and begins nothing.
    var closingWhile = -1
    /// Token that is read.
    var currentIndex = 0
    /// Columns and keywords of indentation: where the statement begins, and what ended before it.
    var statementStart = 0
    var statementColumn = 0
    var endedKeyword = Keyword.name
    /// Bracket depths of lambdas whose colon has not come.
    var lambdas: [Int] = []
    var deepest = 0
    var fileCognitive = 0

    /// A function while it is read.
    struct Scope {
        var name: String
        var firstToken: Int
        var lastToken = 0
        var order = 0
        var cyclomatic = 1
        var cognitive = 0
        /// Increments that grow with nesting: what a function around this one adds for its own nesting.
        var nestedIncrements = 0
        /// Levels of nesting as cognitive complexity counts them.
        var level = 0
        /// Control structures around.
        var depth = 0
        var deepest = 0
        var callsItself = false
    }

    /// A block that is open.
    struct Frame {
        enum Kind { case function, type, control, lambda, plain }
        enum End {
            case brace, statement, expression
            case indentation(Int)
            case word
        }

        var kind: Kind
        var keyword: Keyword = .name
        var end: End = .brace
        /// Brackets around its content.
        var bracketDepth = 0
        var arms = 0
        var addsLevel = false
        var addsDepth = false
        /// First token of a function, its name included.
        var firstToken = 0
        var name = ""
        /// Decisions in a function's header.
        var decisions = 0
    }

    struct Bracket {
        var opener: Int
        /// Logical operator of the sequence that is read inside; 0 for none.
        var logical: UInt32 = 0
        var ternaries = 0
        var hasFor = false
    }

    struct Pending {
        var frame: Frame
        var depth: Int
    }

    init?(_ source: TokenizedSource, _ grammar: Grammar) {
        guard let rules = grammar.structure else { return nil }
        self.source = source
        self.rules = rules
        self.grammar = grammar
        tokens = source.tokens.filter { $0.kind != .comment }
        match = Self.matches(tokens)
        brackets = [Bracket(opener: -1)]
    }

    /// Pairs the brackets; a closing one that fits nothing closes nothing.
    private static func matches(_ tokens: [Token]) -> [Int32] {
        var match = Array(repeating: Int32(-1), count: tokens.count)
        var open: [Int] = []
        // How many of each kind are open, so that a lone `}` does not search the stack.
        var counts: [UInt32: Int] = [:]
        for (index, token) in tokens.enumerated() where token.kind == .mark {
            switch token.mark {
            case 0x28, 0x5B, 0x7B:
                open.append(index)
                counts[token.mark, default: 0] += 1
            case 0x29, 0x5D, 0x7D:
                let opener: UInt32 = token.mark == 0x29 ? 0x28 : token.mark == 0x5D ? 0x5B : 0x7B
                guard counts[opener, default: 0] > 0 else { continue }
                // A parenthesis does not reach over a brace; a brace closes what was left open in it.
                if opener != 0x7B, let last = open.last, tokens[last].mark != opener { continue }
                while let last = open.popLast() {
                    counts[tokens[last].mark, default: 1] -= 1
                    if tokens[last].mark == opener {
                        match[last] = Int32(index)
                        match[index] = Int32(last)
                        break
                    }
                }
            default: break
            }
        }
        return match
    }

    // MARK: - Blocks

    mutating func push(_ frame: Frame) {
        var frame = frame
        frame.bracketDepth = brackets.count
        if frame.kind == .function {
            var scope = Scope(name: frame.name, firstToken: frame.firstToken)
            scope.order = frame.firstToken
            scope.cyclomatic += frame.decisions
            scopes.append(scope)
        } else {
            let last = scopes.count - 1
            if frame.addsLevel { scopes[last].level += 1 }
            if frame.addsDepth {
                scopes[last].depth += 1
                scopes[last].deepest = max(scopes[last].deepest, scopes[last].depth)
            }
        }
        frames.append(frame)
    }

    mutating func pop(before token: Int) {
        guard let frame = frames.popLast() else { return }
        if frame.kind == .function {
            finishFunction(lastToken: max(0, token))
        } else {
            let last = scopes.count - 1
            if frame.addsLevel { scopes[last].level -= 1 }
            if frame.addsDepth { scopes[last].depth -= 1 }
        }
    }

    private mutating func finishFunction(lastToken: Int) {
        guard scopes.count > 1, var scope = scopes.popLast() else { return }
        scope.lastToken = min(lastToken, tokens.count - 1)
        if scope.callsItself { scope.cognitive += 1 }
        deepest = max(deepest, scope.deepest)
        let parent = scopes.count - 1
        if parent == 0 {
            fileCognitive += scope.cognitive
        } else {
            scopes[parent].cognitive += scope.cognitive + scope.nestedIncrements * (scopes[parent].level + 1)
            scopes[parent].nestedIncrements += scope.nestedIncrements
        }
        functions.append(scope)
    }

    /// Functions that ended, in the order of their ends.
    var functions: [Scope] = []

    // MARK: - Decisions

    mutating func decide(_ count: Int = 1) {
        // What stands in a function's header belongs to it already: defaults, constraints.
        if let last = pending.indices.last, pending[last].frame.kind == .function {
            pending[last].frame.decisions += count
        } else {
            scopes[scopes.count - 1].cyclomatic += count
        }
    }

    /// Counts a structure that breaks the flow: one, and one more for each level around it.
    mutating func nestedIncrement() {
        let last = scopes.count - 1
        scopes[last].cognitive += 1 + scopes[last].level + brackets[brackets.count - 1].ternaries
        scopes[last].nestedIncrements += 1
    }

    mutating func flatIncrement() { scopes[scopes.count - 1].cognitive += 1 }

    /// Counts a condition's `?` or its equal.
    mutating func ternary() {
        nestedIncrement()
        brackets[brackets.count - 1].ternaries += 1
    }

    /// Counts a sequence of equal logical operators once.
    mutating func logical(_ mark: UInt32) {
        let last = brackets.count - 1
        guard brackets[last].logical != mark else { return }
        brackets[last].logical = mark
        flatIncrement()
    }

    mutating func endSequence() {
        brackets[brackets.count - 1].logical = 0
        brackets[brackets.count - 1].ternaries = 0
    }

    mutating func openBracket(at index: Int) {
        var bracket = Bracket(opener: index)
        let outer = brackets[brackets.count - 1]
        bracket.ternaries = tokens[index].mark == 0x7B ? 0 : outer.ternaries
        // Brackets that only group go on with the sequence around them; those of a call or a negation do not.
        let before = index > 0 ? tokens[index - 1] : tokens[index]
        let groups =
            before.kind == .mark
            ? ![0x21, 0x29, 0x5D].contains(before.mark) : before.keyword == .and || before.keyword == .or
        if tokens[index].mark == 0x28, groups {
            bracket.logical = outer.logical
        }
        brackets.append(bracket)
    }

    /// Whether a word is called here by the name of the function it stands in.
    mutating func noteCall(at index: Int) {
        let last = scopes.count - 1
        guard last > 0, !scopes[last].callsItself, index + 1 < tokens.count, tokens[index + 1].mark == 0x28,
            index > scopes[last].firstToken + 1
        else { return }
        // A method of another object may have the same name.
        if [0x2E, 0x2D3E, 0x3A3A, 0x3F2E, 0x262E].contains(mark(index - 1)) {
            guard keyword(index - 2) == .value || text(index - 2) == "$self" else { return }
        }
        if keyword(index - 1) == .new || keyword(index - 1) == .func { return }
        let name = scopes[last].name
        guard tokens[index].range.count == name.utf8.count,
            source.bytes[tokens[index].range].elementsEqual(name.utf8)
        else { return }
        scopes[last].callsItself = true
    }

    func text(_ index: Int) -> String {
        index >= 0 && index < tokens.count ? source.text(of: tokens[index]) : ""
    }

    func mark(_ index: Int) -> UInt32 { index >= 0 && index < tokens.count ? tokens[index].mark : 0 }

    func keyword(_ index: Int) -> Keyword {
        index >= 0 && index < tokens.count ? tokens[index].keyword : .name
    }

    /// What a control structure's block does to the nesting.
    static func control(_ keyword: Keyword) -> Frame {
        var frame = Frame(kind: .control, keyword: keyword)
        switch keyword {
        case .try, .begin, .finally, .ensure: frame.addsDepth = true
        case .with, .using: break
        default:
            frame.addsLevel = true
            frame.addsDepth = true
        }
        return frame
    }
}
