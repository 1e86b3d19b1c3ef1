private let cQuotes = [Grammar.Quote("\""), Grammar.Quote("'")]

extension Grammar {
    /// C23.
    static let c: Grammar = {
        var grammar = Grammar(
            "c",
            keywords:
                "if else for while do switch case default goto return break continue struct enum union=struct typedef const",
            reserved: """
                auto char double extern float inline int long register restrict short signed sizeof static unsigned
                void volatile _Bool _Complex _Atomic _Generic alignas alignof bool static_assert thread_local typeof
                """,
            values: "true false NULL nullptr",
            without: "=> :: .. ** **= ?? ?. === !== <=>"
        )
        grammar.quotes = cQuotes
        grammar.features = [.directives, .cppTexts, .joinsLines, .quotesInNumbers]
        grammar.structure = StructureRules(
            functions: .named,
            conditions: [.if, .for, .while, .case, .catch],
            conditionMarks: StructureRules.logical,
            countsDirectives: true
        )
        return grammar
    }()

    /// C++23.
    static let cpp: Grammar = {
        var grammar = Grammar(
            "cpp",
            keywords: """
                if else for while do switch case default goto return break continue struct enum union=struct typedef
                const class namespace try catch throw new operator template using co_await=await co_yield=yield
                co_return=return and=and or=or not=not
                """,
            reserved: """
                alignas alignof asm auto bool char char8_t char16_t char32_t concept consteval constexpr constinit
                const_cast decltype delete double dynamic_cast explicit export extern final float friend inline int
                long mutable noexcept override private protected public register reinterpret_cast requires short
                signed sizeof static static_assert static_cast thread_local typeid typename unsigned virtual void
                volatile wchar_t bitand bitor compl xor
                """,
            values: "true false nullptr NULL this",
            marks: "->* .*",
            without: "=> .. ** **= ?? ?. === !=="
        )
        grammar.quotes = cQuotes
        grammar.features = [.directives, .cppTexts, .joinsLines, .quotesInNumbers]
        grammar.structure = StructureRules(
            functions: .named,
            conditions: [.if, .for, .while, .case, .catch],
            conditionMarks: StructureRules.logical,
            countsDirectives: true
        )
        return grammar
    }()

    /// Java 21.
    static let java: Grammar = {
        var grammar = Grammar(
            "java",
            keywords: """
                if else for while do switch case default return break continue class enum interface record try catch
                finally throw new assert import package const goto yield
                """,
            reserved: """
                abstract boolean byte char double extends final float implements instanceof int long native private
                protected public short static strictfp super synchronized throws transient void volatile var sealed
                permits
                """,
            values: "true false null this",
            marks: ">>> >>>=",
            without: ".. ** **= ?? ?. === !== <=> =>"
        )
        grammar.quotes = [Quote("\"\"\"", spansLines: true)] + cQuotes
        grammar.structure = StructureRules(
            functions: .named,
            conditions: [.if, .for, .while, .case, .catch],
            conditionMarks: StructureRules.logical
        )
        return grammar
    }()

    /// C# 12.
    static let csharp: Grammar = {
        var grammar = Grammar(
            "csharp",
            keywords: """
                if else for foreach while do switch case default return break continue class struct enum interface
                record namespace try catch finally throw new goto operator using await yield in when
                get=accessor set=accessor init=accessor add=accessor remove=accessor const
                """,
            reserved: """
                abstract as base bool byte char checked decimal delegate double event explicit extern fixed float
                implicit int internal is lock long object out override params private protected public readonly ref
                sbyte sealed short sizeof stackalloc static string typeof uint ulong unchecked unsafe ushort var
                virtual void volatile async and or not where
                """,
            values: "true false null this",
            marks: "??= >>> >>>=",
            without: "** **= === !== <=>"
        )
        grammar.quotes = [Quote("'")]
        grammar.features = [.csharpTexts, .directives]
        grammar.structure = StructureRules(
            functions: [.named, .expressions],
            // Without `foreach`, as lizard has it.
            conditions: [.if, .for, .while, .case, .catch],
            conditionMarks: StructureRules.logical.union([Token.pack("??"), Token.pack("??=")]),
            conditionMark: .ternaryOrType
        )
        return grammar
    }()

    /// JavaScript, ECMAScript 2024.
    static let javascript = script("javascript", reserved: "", keywords: "")

    /// TypeScript 5.
    static let typescript = script(
        "typescript",
        reserved: """
            abstract any as asserts bigint boolean declare infer is keyof number object override private protected
            public readonly satisfies string symbol unknown never unique
            """,
        keywords: "interface enum namespace"
    )

    private static func script(_ name: String, reserved: String, keywords: String) -> Grammar {
        var grammar = Grammar(
            name,
            keywords: """
                if else for while do switch case default return break continue class try catch finally throw new
                function=func await async yield in let var const import
                """ + " " + keywords,
            reserved: "debugger delete export extends get instanceof of set static super typeof void with "
                + reserved,
            values: "true false null undefined this NaN Infinity",
            marks: "&&= ||= ??= >>> >>>=",
            without: ".. :: -> <=>"
        )
        grammar.quotes = [Quote("`", spansLines: true, interpolation: "${")] + cQuotes
        grammar.features = [.slashRegex]
        grammar.wordBytes = [UInt8(ascii: "$"), UInt8(ascii: "#")]
        grammar.structure = StructureRules(
            functions: [.keyword, .named, .arrows, .anonymous],
            conditions: [.if, .for, .while, .case, .catch],
            conditionMarks: StructureRules.logical.union([Token.pack("??"), Token.pack("??=")])
        )
        return grammar
    }

    /// PHP 8.
    static let php: Grammar = {
        var grammar = Grammar(
            "php",
            keywords: """
                if else elseif for foreach while do switch match case default return break continue class interface
                trait enum namespace try catch finally throw new goto use=using function=func fn and or yield const
                endif=reserved endfor=reserved endforeach=reserved endwhile=reserved endswitch=reserved
                """,
            reserved: """
                abstract array as callable clone declare echo empty extends final global implements include
                include_once instanceof insteadof isset list print private protected public readonly require
                require_once static unset var xor int float string bool void mixed never iterable object self parent
                """,
            values: "true false null TRUE FALSE NULL $this",
            marks: "?-> ?: ??= .= <<<",
            without: "?. .."
        )
        grammar.lineComments = [Array("//".utf8), [hash]]
        grammar.quotes = [
            Quote("\"", spansLines: true, interpolation: "{$"), Quote("'", spansLines: true),
            Quote("`", spansLines: true),
        ]
        grammar.features = [.phpTags, .heredocs]
        grammar.wordBytes = [UInt8(ascii: "$")]
        grammar.structure = StructureRules(
            functions: [.keyword, .anonymous],
            conditions: [.if, .elseif, .for, .foreach, .while, .catch, .match, .case],
            conditionMarks: StructureRules.logical,
            conditionMark: .ternaryOrType
        )
        return grammar
    }()

    /// Perl 5.36.
    static let perl: Grammar = {
        var grammar = Grammar(
            "perl",
            keywords: """
                if else elsif unless for foreach while until do given when default return last=break next=continue
                redo=continue goto sub=func package and or not use=using no=using require=using my=var our=var
                local=var die=throw
                """,
            reserved: "xor cmp eq ne lt gt le ge x bless ref defined undef eval wantarray",
            values: "__PACKAGE__ __FILE__ __LINE__",
            marks: "=~ !~ //= ||= &&= .= x= // <<>> ^^",
            without: "?? ?. === !== "
        )
        grammar.lineComments = [[hash]]
        grammar.blockComments = []
        grammar.quotes = [
            Quote("\"", spansLines: true), Quote("'", spansLines: true), Quote("`", spansLines: true),
        ]
        grammar.features = [.perlForms, .slashRegex, .heredocs]
        grammar.structure = StructureRules(
            functions: [.keyword, .anonymous],
            conditions: [.if, .elsif, .unless, .while, .until, .for, .foreach, .when, .given, .default, .do],
            conditionMarks: StructureRules.logical
        )
        return grammar
    }()
}
