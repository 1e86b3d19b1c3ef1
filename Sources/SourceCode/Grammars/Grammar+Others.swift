extension Grammar {
    /// Go 1.22.
    static let go: Grammar = {
        var grammar = Grammar(
            "go",
            keywords: """
                if else for switch select case default return break continue goto func struct interface import package
                var const
                """,
            reserved: "chan defer fallthrough go map range type",
            values: "true false nil iota",
            marks: "<- := &^ &^=",
            without: "** **= ?? ?. === !== <=> -> => :: .."
        )
        grammar.quotes = [Quote("`", escape: .none, spansLines: true), Quote("\""), Quote("'")]
        grammar.structure = StructureRules(
            hasParentheses: false,
            functions: [.keyword, .anonymous],
            conditions: [.if, .for, .case],
            conditionMarks: StructureRules.logical,
            conditionMark: .absent
        )
        return grammar
    }()

    /// Rust, edition 2021.
    static let rust: Grammar = {
        var grammar = Grammar(
            "rust",
            keywords: """
                if else for while loop match return break continue fn=func struct enum union trait impl mod=module
                where let const in use=using async await
                """,
            reserved: "as crate dyn extern move mut pub ref static super type unsafe box macro_rules",
            values: "true false self Self",
            marks: "..=",
            without: "++ -- ** **= ?? ?. === !== <=>"
        )
        grammar.blockComments = [BlockComment(open: "/*", close: "*/", nests: true)]
        grammar.quotes = [Quote("\"", spansLines: true)]
        grammar.features = [.rustTexts]
        grammar.structure = StructureRules(
            hasParentheses: false,
            functions: .keyword,
            conditions: [.if, .for, .while, .where],
            conditionMarks: StructureRules.logical,
            conditionMark: .propagation,
            countsArms: true
        )
        return grammar
    }()

    /// Swift 6.
    static let swift: Grammar = {
        var grammar = Grammar(
            "swift",
            keywords: """
                if else guard for while repeat switch case default return break continue func class struct enum
                protocol=interface extension=impl actor=class do catch defer=finally throw import let var where in
                init=initializer deinit=initializer subscript=initializer get=accessor set=accessor
                willSet=accessor didSet=accessor async await typealias=typedef
                """,
            reserved: """
                any as associatedtype convenience dynamic fallthrough fileprivate final indirect infix inout internal
                is lazy mutating nonisolated nonmutating open operator optional override package postfix precedencegroup
                prefix private public required rethrows some static super throws try unowned weak consuming borrowing
                """,
            values: "true false nil self Self",
            marks: "..< &+ &- &* ~= &<< &>>",
            without: "++ -- ** **= ?. :: => <=> .."
        )
        grammar.blockComments = [BlockComment(open: "/*", close: "*/", nests: true)]
        grammar.quotes = [
            Quote("\"\"\"", spansLines: true, interpolation: "\\("), Quote("\"", interpolation: "\\("),
            Quote("`"),
        ]
        grammar.features = [.swiftTexts, .swiftDirectives, .slashRegex, .dollarWords]
        grammar.structure = StructureRules(
            hasParentheses: false,
            functions: .keyword,
            conditions: [.if, .for, .while, .catch, .guard, .case],
            conditionMarks: StructureRules.logical
        )
        return grammar
    }()

    /// Python 3.13.
    static let python: Grammar = {
        var grammar = Grammar(
            "python",
            keywords: """
                if elif else for while try except finally with match case def=func lambda class and or not return
                raise=throw break continue assert yield await async import in
                """,
            reserved: "as del from global is nonlocal pass",
            values: "True False None self cls",
            marks: "// //= := @= !=",
            without: "++ -- && || => :: .. ?? ?. === !== <=>"
        )
        grammar.lineComments = [[hash]]
        grammar.blockComments = []
        grammar.features = [.pythonTexts, .joinsLines]
        grammar.structure = StructureRules(
            blocks: .indentation,
            hasParentheses: false,
            functions: .keyword,
            conditions: [.if, .elif, .for, .while, .except, .finally, .and, .or, .case],
            conditionMarks: [],
            conditionMark: .absent
        )
        return grammar
    }()

    /// Ruby 3.3.
    static let ruby: Grammar = {
        var grammar = Grammar(
            "ruby",
            keywords: """
                if elsif else unless for while until loop=name do case when in then begin rescue ensure end def=func
                class module and or not return break next=continue redo=continue yield
                """,
            reserved: "alias BEGIN END defined? super undef retry __method__",
            values: "true false nil self",
            marks: "=~ !~ &. ||= &&=",
            without: "++ -- ?? ?. !=="
        )
        grammar.lineComments = [[hash]]
        grammar.blockComments = []
        grammar.quotes = [
            Quote("\"", spansLines: true, interpolation: "#{"), Quote("'", spansLines: true),
            Quote("`", spansLines: true, interpolation: "#{"),
        ]
        grammar.features = [.rubyForms, .slashRegex, .heredocs]
        grammar.structure = StructureRules(
            blocks: .ends,
            hasParentheses: false,
            functions: .keyword,
            conditions: [.if, .elsif, .until, .for, .while, .rescue, .ensure, .when, .and, .or],
            conditionMarks: StructureRules.logical
        )
        return grammar
    }()

    /// Lua 5.4.
    static let lua: Grammar = {
        var grammar = Grammar(
            "lua",
            keywords:
                "if elseif else then for while repeat until do end function=func and or not return break goto in",
            reserved: "local",
            values: "true false nil",
            marks: "// ~=",
            without: "!= && || ++ -- += -= *= /= %= &= |= ^= -> => <<= >>= ** **= ?? ?. === !== <=>"
        )
        grammar.lineComments = [Array("--".utf8)]
        grammar.blockComments = []
        grammar.quotes = [Quote("\""), Quote("'")]
        grammar.features = [.longBrackets]
        grammar.structure = StructureRules(
            blocks: .ends,
            hasParentheses: false,
            functions: [.keyword, .anonymous],
            conditions: [.if, .elseif, .for, .while, .until, .and, .or],
            conditionMarks: [],
            conditionMark: .absent
        )
        return grammar
    }()
}
