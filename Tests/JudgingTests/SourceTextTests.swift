import Testing

@testable import Judging

struct SourceTextTests {
    @Test(arguments: ["", "   \n\t\n", "# only a comment\n\n# another", "```python\n```", "\r\n~~~\r\n"])
    func `nothing but blanks, comments and fences is no code`(text: String) {
        #expect(SourceText.isWithoutCode(text))
    }

    @Test(arguments: ["pass", "    return 1", "# comment\nx = 1", "```python\nprint(1)\n```", "Sorry."])
    func `any other line is something`(text: String) {
        #expect(!SourceText.isWithoutCode(text))
    }

    @Test(arguments: [
        "I'm sorry, but I cannot help with that request.",
        "To solve this problem, we first sort the intervals by their start.\nThen we merge those that overlap.",
        "The function f(x) returns the sum.\nIt walks over the list once and adds each element.\n"
            + "This takes linear time.\nNo extra memory is needed.",
        "Here is how it works:\n\n1. Sort the list by its first element.\n2. Merge the overlapping ones.\n",
        "```\nThis answer explains the approach in words.\nIt never shows any program at all.\n```",
        "return the largest element of the list that was given to us",
        "Use the `sorted(items)` function and `return` its first element to the caller.",
    ])
    func `sentences are prose`(text: String) {
        #expect(SourceText.isProse(text))
    }

    @Test(arguments: [
        "def f(x):\n    return x +\n", "    return [x for x in items if x > 0\n",
        "Here is the solution you asked for:\n\ndef f(x):\n    return x\n",
        "Sure! This is the code that you want:\n```python\nimport math\nprint(math.pi)\n```",
        "for i in range(10):\n    total += i\nreturn total\n", "class Stack:\n    pass", "x = 1\ny == 2",
        "lambda", "",
        "    if not numbers:\n        return None\n    best = numbers[0]\n    for n in numbers\n        best = n\n",
        "import os, sys\nfrom collections import deque\n",
    ])
    func `programs are not prose, however broken`(text: String) {
        #expect(!SourceText.isProse(text))
    }

    @Test func `a long answer is judged by its start in bounded time`() {
        let sentences = String(repeating: "This is a sentence about nothing in particular.\n", count: 200_000)

        #expect(SourceText.isProse(sentences))
        #expect(SourceText.isWithoutCode(String(repeating: "# comment\n", count: 200_000)))
    }
}
