import HarnessCore

/// Turns problems that call one Python function, or a method of a class `Solution`, into a check.
///
/// APPS (`fn_name`) and LiveCodeBench (`functional`) compare alike: a tuple counts as a list, all else by equality.
struct PythonCalls {
    var function: String
    var head: String

    /// The imports that LiveCodeBench puts in front of every answer, on one line.
    static let liveCodeBenchHead =
        "import sys; from typing import *; from collections import *; from itertools import *; "
        + "from functools import *; from heapq import *; from bisect import *; from math import *; "
        + "from string import *; from random import *; from operator import *; from copy import *; "
        + "import string, re, datetime, collections, heapq, bisect, copy, math, random, statistics, "
        + "itertools, functools, operator, io, json; sys.setrecursionlimit(50000)\n"

    func check(
        _ cases: [(input: JSONTree, output: JSONTree)],
        _ fields: ForeignFields
    ) throws(HarnessError) -> PythonCheck {
        var assertions: [String] = []
        for (input, output) in cases {
            let arguments = try arguments(of: input, fields)
                .map { PythonLiteral.expression($0) }.joined(separator: ", ")
            let call = "\(function)(\(arguments))"
            // APPS wraps some outputs in a list of one, and accepts either.
            if input.list != nil, let first = output.list?.first, output.list?.count == 1 {
                let either = "(\(PythonLiteral.expression(output)), \(PythonLiteral.expression(first)))"
                assertions.append("    assert \(call) in \(either)")
            } else {
                assertions.append(
                    "    assert \(call) == \(PythonLiteral.expression(try value(output, fields)))"
                )
            }
        }
        return PythonCheck(
            entryPoint: function,
            test: """
                NaN, Infinity = float("nan"), float("inf")

                def check(candidate):
                    def \(function)(*arguments):
                        answer = candidate(*arguments)
                        return list(answer) if isinstance(answer, tuple) else answer

                \(assertions.joined(separator: "\n"))

                """,
            programHead: head,
            programTail: """


                if "\(function)" not in globals() and "Solution" in globals():
                    \(function) = Solution().\(function)

                """
        )
    }

    /// APPS gives a list of arguments, LiveCodeBench a text with one JSON value a line.
    private func arguments(of input: JSONTree, _ fields: ForeignFields) throws(HarnessError) -> [JSONTree] {
        if let list = input.list { return list }
        guard let text = input.text else {
            throw fields.fault("the input of a call is \(input.kind), not a list of arguments")
        }
        var arguments: [JSONTree] = []
        for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
            arguments.append(try value(.text(String(line)), fields))
        }
        return arguments
    }

    /// A value that LiveCodeBench writes as a text with JSON in it; others stand as they are.
    private func value(_ written: JSONTree, _ fields: ForeignFields) throws(HarnessError) -> JSONTree {
        guard let text = written.text else { return written }
        do {
            return try JSONTree(text.utf8)
        } catch {
            // APPS writes texts plainly.
            return written
        }
    }
}
