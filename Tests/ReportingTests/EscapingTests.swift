import Reporting
import Testing

@Suite struct EscapingTests {
    @Test(arguments: [
        ("=1+1", "\"'=1+1\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""), ("@SUM(A1)", "\"'@SUM(A1)\""),
        ("  =1", "\"'  =1\""), ("＝1", "\"'＝1\""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
        ("plain", "plain"), ("a\tb", "a␉b"), ("two\nlines", "two␊lines"),
    ])
    func `a cell of CSV is no formula and stays in its place`(text: String, cell: String) {
        #expect(Escaping.csv(text) == cell)
    }

    @Test func `HTML and XML show what they are given`() {
        let text = "<b onclick=\"x\">'&\u{0}\u{FFFE}\u{1B}</b>"

        #expect(
            Escaping.html(text) == "&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;␀U+FFFE␛&lt;/b&gt;"
        )
        #expect(Escaping.xml("]]>") == "]]&gt;")
    }

    @Test(arguments: [
        ("a|b", "a\\|b"), ("`x`", "\\`x\\`"), ("[a](b)", "\\[a\\](b)"), ("<img>", "&lt;img&gt;"),
        ("@team", "&#64;team"), ("pass@1", "pass@1"), ("https://x", "https:&#47;&#47;x"),
        ("a*b_c", "a\\*b\\_c"),
        ("![x]", "\\!\\[x\\]"), ("one\ntwo", "one␊two"), ("$x$", "\\$x\\$"),
    ])
    func `Markdown has no markup, no link and calls nobody`(text: String, expected: String) {
        #expect(Escaping.markdown(text) == expected)
    }

    @Test func `LaTeX is ASCII and runs nothing`() {
        let text = "\\input{x} 50% a_b ~^ #1 $y$ é→[q]"

        let escaped = Escaping.latex(text)

        #expect(
            escaped
                == "\\textbackslash{}input\\{x\\} 50\\% a\\_b \\textasciitilde{}\\textasciicircum{} \\#1 \\$y\\$ "
                + "\\texttt{U+E9}$\\rightarrow${[}q{]}"
        )
        #expect(escaped.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `YAML scalars are JSON texts`() {
        #expect(Escaping.yaml("no: \"x\"\n- y") == "\"no: \\\"x\\\"\\n- y\"")
    }
}
