import Testing

@testable import SourceCode

@Suite struct CodeExtractionTests {
    private static func extract(
        _ answer: String,
        _ policy: ExtractionPolicy = .auto,
        language: String = "python",
        entryPoint: String? = "f",
        prompt: String? = nil
    ) throws -> ExtractedCode {
        let grammar = try #require(Grammar.named(language))
        return CodeExtraction(policy: policy, grammar: grammar, entryPoint: entryPoint, codePrompt: prompt)
            .extract(answer)
    }

    private static let several = """
        First the idea:
        ```python
        def f(x): return 0
        ```
        Run it:
        ```bash
        python a.py
        ```
        Better:
        ```py
        def f(x):
            return x
        ```
        A test:
        ```python
        print(f(1))
        ```
        """

    @Test(
        arguments: [
            (.first, "def f(x): return 0\n"), (.last, "print(f(1))\n"),
            (.entryPoint, "def f(x):\n    return x\n"), (.auto, "def f(x):\n    return x\n"),
            (.whole, several),
        ] as [(ExtractionPolicy, String)]
    )
    func `each policy takes its block of several`(policy: ExtractionPolicy, code: String) throws {
        let found = try Self.extract(Self.several, policy)

        #expect(found.code == code && found.isProgram)
        #expect(found.rule == (policy == .whole ? .whole : .chosenBlock))
    }

    @Test func `a fence that is never closed ends with the answer`() throws {
        let found = try Self.extract("Sure!\n```python\ndef f(x):\n    return x")

        #expect(found.code == "def f(x):\n    return x\n" && found.rule == .unclosedFence)
    }

    @Test func `a fence with a language closes the block before`() throws {
        let blocks = FencedBlock.blocks(in: "```python\na\n```python\nb\n```\n~~~\nc\n```\n~~~\n```js d()```")

        #expect(blocks.map(\.code) == ["a\n", "b\n", "c\n```\n", "d()\n"])
        #expect(blocks.map(\.isClosed) == [false, true, true, true] && blocks[3].tag == "js")
    }

    @Test func `sentences around code without fences are left out`() throws {
        let found = try Self.extract(
            "Here is a solution to it:\n\nimport os\ndef f(x):\n    return x\n\nThis runs in constant time.\n"
        )

        #expect(found.code == "import os\ndef f(x):\n    return x\n" && found.rule == .withoutProse)
        #expect(try Self.extract("def f(x):\n    return x").rule == .whole)
    }

    @Test func `refusals and blanks are named and left as they are`() throws {
        #expect(try Self.extract("I'm sorry, but I cannot help with that.").rule == .refusal)
        #expect(try Self.extract(" \n\t\n").rule == .empty)
        #expect(try Self.extract("Sorry, a slip. Again:\n```\ndef f(x): return x\n```").rule == .fenced)
    }

    private static let prompt =
        "from typing import List\n\ndef f(x: List[int]) -> int:\n    \"\"\"Text.\"\"\"\n"

    @Test(
        arguments: [
            ("    return len(x)\n", .continues, "    return len(x)\n"),
            (prompt + "    return len(x)\n", .repeats, "    return len(x)\n"),
            ("```python\n" + prompt + "    return 1\n```", .repeats, "    return 1\n"),
            (
                "```python\ndef f(x):\n    return 1\n```", .redefines,
                "from typing import List\n\ndef f(x):\n    return 1\n"
            ),
            ("t = '''a\nb'''\nreturn t\n", .fills, "    t = '''a\nb'''\n    return t\n"),
        ] as [(String, ExtractedCode.Relation, String)]
    )
    func `a completion may continue, repeat, redefine or fill`(
        answer: String,
        relation: ExtractedCode.Relation,
        code: String
    ) throws {
        let found = try Self.extract(answer, prompt: Self.prompt)

        #expect(found.relation == relation && found.code == code)
        #expect(found.isProgram == (relation == .redefines))
    }

    @Test func `types are entry points, and other languages have their own fences`() throws {
        let answer =
            "```text\nBox\n```\n```java\nclass Node {}\n```\n```java\nclass Box { int size() { return 0; } }\n```\n"
        #expect(try Self.extract(answer, language: "java", entryPoint: "Box").code.contains("size"))
        #expect(
            try Self.extract("```go\nfunc F() {}\n```", language: "rust", entryPoint: nil).code
                == "func F() {}\n"
        )
    }

    @Test func `a megabyte of fences is read once`() throws {
        let answer = String(repeating: "```python\n", count: 100_000)
        #expect(FencedBlock.blocks(in: answer).count == 100_000)
    }
}
