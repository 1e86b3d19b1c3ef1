"""Measures Python programs on Python's own syntax tree: the independent check of PythonStructure.

Reads a JSON list of programs, writes a JSON list of [complexity, nesting, code lines], null where one does not parse.
"""

import _ast
import json
import sys

# Fields of each node class that can hold a decision; names, operators and contexts cannot.
_LEAVES = (_ast.expr_context, _ast.operator, _ast.boolop, _ast.cmpop, _ast.unaryop, _ast.alias)
_IGNORED = {"ctx", "op", "ops", "names", "type_comment", "kind", "id", "attr", "arg", "name", "module",
            "level", "is_async", "simple", "conversion", "type_ignores", "rest", "kwd_attrs"}
_FIELDS = {
    cls: tuple(field for field in cls._fields if field not in _IGNORED)
    for cls in vars(_ast).values()
    if isinstance(cls, type) and issubclass(cls, _ast.AST) and not issubclass(cls, _LEAVES)
}
_FIELDS[_ast.Constant] = ()
_FIELDS[_ast.Name] = ()

_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
_LOOPS = (_ast.For, _ast.AsyncFor, _ast.While)
_TRIES = tuple(cls for cls in (_ast.Try, getattr(_ast, "TryStar", None)) if cls is not None)
_DOCUMENTED = _FUNCTIONS + (_ast.ClassDef, _ast.Module)
_NESTING = {cls: 1 for cls in (_ast.If, _ast.Match) + _LOOPS + _TRIES}


def main():
    results = []
    for source in json.load(sys.stdin):
        try:
            tree = compile(source, "program", "exec", 0x400, True)
        except (SyntaxError, ValueError):
            results.append(None)
            continue
        complexity, nesting = decisions(tree)
        results.append([max(1, complexity), nesting, code_lines(tree, source)])
    json.dump(results, sys.stdout)


def decisions(tree):
    """Returns the sum of all functions' cyclomatic numbers and the deepest nesting.

    Decisions are counted as radon counts them: `if`, `elif`, the conditional expression, a loop and its
    `else`, an exception handler and a `try`'s `else`, each further operand of `and`/`or`, a comprehension
    and each of its conditions, an assertion, and each case of a `match` but the catch-all.
    """
    complexity = 0
    deepest = 0
    # Node, depth of control structures around it, whether a function is around it.
    stack = [(node, 0, False) for node in tree.body]
    while stack:
        node, depth, is_inside = stack.pop()
        cls = type(node)
        if cls in _FUNCTIONS:
            complexity += 1
            depth = 0
            is_inside = True
        elif is_inside:
            if cls is _ast.If or cls is _ast.IfExp:
                complexity += 1
            elif cls in _LOOPS:
                complexity += 2 if node.orelse else 1
            elif cls is _ast.BoolOp:
                complexity += len(node.values) - 1
            elif cls is _ast.comprehension:
                complexity += 1 + len(node.ifs)
            elif cls in _TRIES:
                complexity += len(node.handlers) + bool(node.orelse)
            elif cls is _ast.Assert:
                complexity += 1
                continue
            elif cls is _ast.Match:
                complexity += sum(not is_catch_all(case) for case in node.cases)
        inner = depth
        if cls in _NESTING:
            inner = depth + 1
            if inner > deepest:
                deepest = inner
        for field in _FIELDS[cls]:
            child = getattr(node, field, None)
            if type(child) is list:
                # `elif` is not one level deeper than its `if`.
                if field == "orelse" and cls is _ast.If and len(child) == 1 and is_elif(node, child[0]):
                    stack.append((child[0], depth, is_inside))
                    continue
                for item in child:
                    if type(item) in _FIELDS:
                        stack.append((item, inner, is_inside))
            elif type(child) in _FIELDS:
                stack.append((child, inner, is_inside))
    return complexity, deepest


def is_elif(node, branch):
    """Whether a branch was written `elif`."""
    return type(branch) is _ast.If and branch.col_offset == node.col_offset


def is_catch_all(case):
    """Whether a case matches anything: `_` or a bare name, with no condition."""
    return type(case.pattern) is _ast.MatchAs and case.pattern.pattern is None and case.guard is None


def code_lines(tree, source):
    """Counts the lines that hold code: no blank lines, comments or documentation."""
    lines = source.split("\n")
    count = 0
    for line in lines:
        text = line.lstrip()
        if text and text[0] != "#":
            count += 1
    stack = [tree]
    while stack:
        node = stack.pop()
        body = getattr(node, "body", None)
        if type(body) is not list:
            continue
        if body and type(node) in _DOCUMENTED and is_text(body[0]):
            for line in lines[body[0].lineno - 1 : body[0].end_lineno]:
                text = line.lstrip()
                count -= bool(text and text[0] != "#")
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            stack.extend(getattr(node, field, ()))
    return max(0, count)


def is_text(statement):
    """Whether a statement is nothing but a text: documentation, where it comes first."""
    return (
        type(statement) is _ast.Expr
        and type(statement.value) is _ast.Constant
        and type(statement.value.value) is str
    )


if __name__ == "__main__":
    main()
