/// How the blocks, functions and decisions of a language are recognised among its tokens.
struct StructureRules: Sendable {
    enum Blocks: Sendable {
        case braces
        /// What stands further to the right than its header, as in Python.
        case indentation
        /// Up to the word `end`, as in Ruby and Lua.
        case ends
    }

    struct Functions: OptionSet, Sendable {
        let rawValue: UInt8
        /// `func name(…) {`, whatever the word is.
        static let keyword = Functions(rawValue: 1)
        /// `name(…) {` in a type or a file.
        static let named = Functions(rawValue: 2)
        /// Parameters, an arrow and a body: `(…) => …`.
        static let arrows = Functions(rawValue: 4)
        /// A name, parameters, an arrow and an expression: `name(…) => …;`.
        static let expressions = Functions(rawValue: 8)
        /// A function without a name has an entry of its own.
        static let anonymous = Functions(rawValue: 16)
    }

    var blocks: Blocks = .braces
    /// Whether conditions stand in parentheses, and a body may come without braces.
    var hasParentheses = true
    var functions: Functions
    /// Words that decide; each adds one to the cyclomatic complexity.
    var conditions: Set<Keyword>
    /// Marks that decide, beside a condition's `?`.
    var conditionMarks: Set<UInt32>
    var conditionMark: ConditionMark = .ternary
    /// Whether each arm of a `match` after the first decides.
    var countsArms = false
    /// Directives that decide: `if`, `ifdef`, `elif`.
    var countsDirectives = false

    /// What a lone `?` is.
    enum ConditionMark: Sendable {
        case ternary
        /// Chooses, or makes a type nullable: counts in both, as lizard has it, though only a choice branches.
        case ternaryOrType
        /// Passes an error on: it leaves the function under a condition, and counts.
        case propagation
        case absent
    }

    /// Logical operators, those that assign included.
    static let logical: Set<UInt32> = [
        Token.pack("&&"), Token.pack("||"), Token.pack("&&="), Token.pack("||="),
    ]
}
