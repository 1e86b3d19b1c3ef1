"""Measures programs with lizard, radon and cognitive_complexity; runs in an environment of their own.

usage: metrics_peer.py FILE…     prints one JSON object
"""

import ast
import json
import sys

import lizard
from cognitive_complexity.api import get_cognitive_complexity
from radon.visitors import ComplexityVisitor


def functions(path):
    found = []
    for function in lizard.analyze_file(path).function_list:
        found.append(
            {
                "name": function.name, "first_line": function.start_line, "last_line": function.end_line,
                "cyclomatic": function.cyclomatic_complexity,
            }
        )
    return found


def blocks(visitor):
    """Every function of a module once: those of classes and of functions stand below what they are in."""
    waiting = list(visitor.functions)
    for each in visitor.classes:
        waiting += each.methods
    found = []
    while waiting:
        function = waiting.pop()
        found.append(function)
        waiting += function.closures
    return found


def python(path):
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    visitor = ComplexityVisitor.from_ast(tree)
    cognitive = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            cognitive[node.lineno] = get_cognitive_complexity(node)
    return {
        "radon": max(1, sum(block.complexity for block in blocks(visitor))),
        "cognitive": cognitive,
    }


def main():
    result = {}
    for path in sys.argv[1:]:
        row = {"functions": functions(path)}
        if path.endswith(".py"):
            row.update(python(path))
        result[path] = row
    print(json.dumps(result))


if __name__ == "__main__":
    main()
