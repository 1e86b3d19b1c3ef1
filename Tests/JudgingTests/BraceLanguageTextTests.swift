import HarnessCore
import Testing

@testable import Judging

/// Answers in languages with braces and semicolons.
struct BraceLanguageTextTests {
    @Test(arguments: [
        "#include <vector>\nint f( {\n", "public static int f() {\n    return 1\n}\n",
        "fn main() {\n    println!(\"{}\", 1);\n}", "<?php\nfunction f() {\n", "sub f {\n    my ($x) = @_;\n",
        "const f = (x) => {\n  return x;\n};\n", "using System;\nclass A {}\n",
    ])
    func `programs are not prose`(text: String) {
        #expect(!SourceText.isProse(text))
    }

    @Test(arguments: ["", "// a\n// b", "/* a\n b\n*/", "/* a */ // b", "```cpp\n/**/\n```"])
    func `comments alone are no code`(text: String) {
        #expect(SourceText.isWithoutCode(text, comments: CommentForm()))
    }

    @Test(arguments: ["/* a */ x", "/* a\n*/ x;", "/*/ x", "# x", "*/"])
    func `what stands beside a comment is something, and an open comment hides the rest`(text: String) {
        #expect(SourceText.isWithoutCode(text, comments: CommentForm()) == (text == "/*/ x"))
    }
}
