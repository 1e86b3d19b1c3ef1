"""Mutation testing: small changes to a program's text, found by its syntax tree.

    mutation.py FILE    print the mutants of a program, one JSON object a line

Everything but the changed spot keeps its layout, and what is found does not depend on the version of Python that
finds it, as unparsed trees would. The operators are those of the literature, by the names it gives them:

    AOR  arithmetic operator replacement     LCR  logical connector replacement
    BOR  bitwise operator replacement        ROR  relational operator replacement
    SOR  shift operator replacement          ASR  assignment operator replacement
    UOD  unary operator deletion             COI  conditional operator insertion: a condition is negated
    CRP  constant replacement                ODL  operand deletion
    SDL  statement deletion                  RVR  return value replacement
    BCR  break and continue replacement      ZIL  zero iteration loop: it ends before its first step
    OIL  one iteration loop                  XMT  extreme mutation: a function does nothing
    SIR  slice index removal                 EXR  exception replacement
    EHD  exception handler deletion          ASW  argument switch, of neighbours in a call
    ADL  argument deletion, of keywords      MCR  method call replacement, by a method alike

AOR to CRP: King and Offutt 1991 (Mothra); of ROR the mutants that subsume the others: Kaminski, Ammann and Offutt
2013; SDL and ODL: Deng, Offutt and Li 2013; ASW and ADL: interface mutation, Delamaro, Maldonado and Mathur 2001; XMT:
Niedermayr, Juergens and Wagner 2016; BCR, ZIL, OIL, SIR, EHD: Derezinska and Halas 2014 (MutPy); RVR, MCR: as PIT and
mutmut do.
"""

import ast
import json
import re
import sys

RELATIONAL = {
    ast.Lt: ("<", ["<=", "!=", None]),
    ast.LtE: ("<=", ["<", "==", True]),
    ast.Gt: (">", [">=", "!=", None]),
    ast.GtE: (">=", [">", "==", True]),
    ast.Eq: ("==", ["<=", ">=", "!="]),
    ast.NotEq: ("!=", ["<", ">", "=="]),
    ast.In: ("in", ["not in"]),
    ast.NotIn: ("not in", ["in"]),
    ast.Is: ("is", ["is not"]),
    ast.IsNot: ("is not", ["is"]),
}
ARITHMETIC = {
    ast.Add: ("AOR", "+", ["-", "*"]),
    ast.Sub: ("AOR", "-", ["+"]),
    ast.Mult: ("AOR", "*", ["+", "//"]),
    ast.FloorDiv: ("AOR", "//", ["*", "%"]),
    ast.Div: ("AOR", "/", ["*", "//"]),
    ast.Mod: ("AOR", "%", ["//", "*"]),
    ast.Pow: ("AOR", "**", ["*"]),
    ast.BitAnd: ("BOR", "&", ["|", "^"]),
    ast.BitOr: ("BOR", "|", ["&", "^"]),
    ast.BitXor: ("BOR", "^", ["&", "|"]),
    ast.RShift: ("SOR", ">>", ["<<"]),
    ast.LShift: ("SOR", "<<", [">>"]),
}
ALIKE = {
    "max": "min",
    "min": "max",
    "any": "all",
    "all": "any",
    "append": "extend",
    "appendleft": "append",
    "popleft": "pop",
    "bisect_left": "bisect_right",
    "bisect_right": "bisect_left",
    "find": "rfind",
    "rfind": "find",
    "index": "rindex",
    "rindex": "index",
    "lower": "upper",
    "upper": "lower",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "startswith": "endswith",
    "endswith": "startswith",
    "partition": "rpartition",
    "fullmatch": "match",
    "keys": "values",
    "values": "keys",
    "floor": "ceil",
    "ceil": "floor",
}
# What makes a list of an iterable, and what can be left out of a call with one argument.
WRAPPERS = {"sorted", "reversed", "abs", "set", "list", "int", "float", "dict", "tuple"}
# The order of their arguments changes nothing but which of two equal ones comes back.
SYMMETRIC = {"max", "min", "gcd", "lcm"}
ERRORS = ["ValueError", "RuntimeError"]


class Edit:
    """Replaces text[start:end]."""

    def __init__(self, start, end, text):
        self.start = start
        self.end = end
        self.text = text

    def apply(self, source):
        return source[: self.start] + self.text + source[self.end :]


class Program:
    """A source with its tree and the way from nodes to offsets."""

    def __init__(self, source):
        self.source = source
        self.tree = ast.parse(source)
        self.lines = source.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.quiet = set()
        for node in ast.walk(self.tree):
            for field in ("annotation", "returns"):
                part = getattr(node, field, None)
                if isinstance(part, ast.AST):
                    self.quiet.update(id(inner) for inner in ast.walk(part))
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                for part in node.exc.args:
                    self.quiet.update(id(inner) for inner in ast.walk(part))
            # Where the parts of a formatted text stand is not known before Python 3.12.
            if isinstance(node, ast.JoinedStr):
                self.quiet.update(id(inner) for inner in ast.walk(node))
            # Documentation, and types by name.
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                self.quiet.add(id(node.value))

    def nodes(self):
        """Yields the nodes whose change can change behaviour: no annotations, no messages."""
        for node in ast.walk(self.tree):
            if id(node) not in self.quiet:
                yield node

    def offset(self, line, column):
        """Returns the offset of a place; its column counts bytes of UTF-8."""
        text = self.lines[line - 1]
        if not text.isascii():
            column = len(text.encode()[:column].decode())
        return self.starts[line - 1] + column

    def start(self, node):
        return self.offset(node.lineno, node.col_offset)

    def end(self, node):
        return self.offset(node.end_lineno, node.end_col_offset)

    def text(self, node):
        return self.source[self.start(node) : self.end(node)]

    def replace(self, node, text):
        return Edit(self.start(node), self.end(node), text)

    def between(self, left, right, old, new):
        """Replaces an operator that stands between two nodes; None where it cannot be told apart."""
        start, end = self.end(left), self.start(right)
        gap = self.source[start:end]
        pattern = re.escape(old) if not old[0].isalpha() else r"\b" + old.replace(" ", r"\s+") + r"\b"
        if len(re.findall(pattern, gap)) != 1:
            return None
        return Edit(start, end, re.sub(pattern, lambda match: new, gap))

    def statements(self):
        """Yields the statements inside functions that are more than documentation."""
        for node in ast.walk(self.tree):
            if not isinstance(node, (ast.FunctionDef, ast.If, ast.For, ast.While)):
                continue
            for block in (node.body, getattr(node, "orelse", [])):
                for statement in block:
                    is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
                    if not is_text and not isinstance(statement, ast.FunctionDef):
                        yield statement

    def functions(self):
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)]

    def first_statement(self, function):
        """Returns the first statement of a function that is not its documentation."""
        body = function.body
        has_text = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
        return body[1] if has_text and len(body) > 1 else body[0]


def mutants(source):
    """Returns (operator, edit, text) of every mutant that parses and differs, in the order of their places."""
    program = Program(source)
    found = [(operator, edit) for operator, edit in changes(program) if edit is not None]
    found.sort(key=lambda each: (each[1].start, each[1].end))
    known = {ast.dump(program.tree)}
    result = []
    for operator, edit in found:
        text = edit.apply(source)
        try:
            shape = ast.dump(ast.parse(text))
        except SyntaxError:
            continue
        # Two edits that come to the same program are one mutant.
        if shape not in known:
            known.add(shape)
            result.append((operator, edit, text))
    return result


def changes(program):
    for node in program.nodes():
        yield from in_expression(program, node)
        yield from in_call(program, node)
        yield from in_flow(program, node)
    ends = {id(function.body[-1]) for function in program.functions()}
    for statement in program.statements():
        # A function that ends returns None by itself.
        if not (id(statement) in ends and ast.unparse(statement) in ("return", "return None")):
            yield "SDL", program.replace(statement, "pass")
    for function in program.functions():
        first = program.first_statement(function)
        if first is not function.body[-1]:
            yield "XMT", Edit(program.start(first), program.end(function.body[-1]), "pass")


def in_expression(program, node):
    """Yields the changes of operators, constants and operands."""
    text = program.text
    if isinstance(node, ast.Compare):
        for left, operator, right in zip([node.left, *node.comparators], node.ops, node.comparators):
            old, others = RELATIONAL[type(operator)]
            for new in others:
                if isinstance(new, str):
                    yield "ROR", program.between(left, right, old, new)
                elif len(node.ops) == 1:
                    yield "ROR", program.replace(node, str(bool(new)))
    elif isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC:
        name, old, others = ARITHMETIC[type(node.op)]
        for new in others:
            yield name, program.between(node.left, node.right, old, new)
        yield "ODL", program.replace(node, "(%s)" % text(node.left))
        yield "ODL", program.replace(node, "(%s)" % text(node.right))
    elif isinstance(node, ast.AugAssign) and type(node.op) in ARITHMETIC:
        _, old, others = ARITHMETIC[type(node.op)]
        for new in [others[0] + "=", "="]:
            yield "ASR", program.between(node.target, node.value, old + "=", new)
    elif isinstance(node, ast.BoolOp):
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:]):
            yield "LCR", program.between(left, right, old, new)
        for index in range(len(node.values)):
            others = node.values[:index] + node.values[index + 1 :]
            yield "ODL", program.replace(node, "(%s)" % (" %s " % old).join("(%s)" % text(each) for each in others))
    elif isinstance(node, ast.UnaryOp):
        yield "UOD", program.replace(node, "(%s)" % text(node.operand))
    elif isinstance(node, ast.Constant):
        for new in other_constants(node.value):
            yield "CRP", program.replace(node, new)
    elif isinstance(node, ast.Slice):
        for part in (node.lower, node.upper, node.step):
            if part is not None:
                yield "SIR", program.replace(part, "")


def other_constants(value):
    if isinstance(value, bool):
        return [str(not value)]
    if isinstance(value, int):
        return [str(value + 1), "(%d)" % (value - 1), *(["0"] if value not in (0, 1) else [])]
    if isinstance(value, float):
        return [repr(value + 1.0), "(%r)" % -value]
    if isinstance(value, str):
        return ['""' if value else '"mutant"']
    if isinstance(value, bytes):
        return ['b""' if value else 'b"mutant"']
    return []


def in_call(program, node):
    """Yields the changes of calls: what is called, and with what."""
    if not isinstance(node, ast.Call):
        return
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    end = program.end(node.func)
    if name in ALIKE:
        yield "MCR", Edit(end - len(name), end, ALIKE[name])
    if name in WRAPPERS and len(node.args) == 1 and not isinstance(node.args[0], ast.Starred):
        yield "ODL", program.replace(node, "(%s)" % program.text(node.args[0]))
    if name not in SYMMETRIC:
        for left, right in zip(node.args, node.args[1:]):
            gap = program.source[program.end(left) : program.start(right)]
            switched = program.text(right) + gap + program.text(left)
            yield "ASW", Edit(program.start(left), program.end(right), switched)
    ends = [program.end(each) for each in (*node.args, *(keyword.value for keyword in node.keywords))]
    for index, keyword in enumerate(node.keywords, start=len(node.args)):
        start = ends[index - 1] if index else program.start(keyword)
        yield "ADL", Edit(start, ends[index], "")


def in_flow(program, node):
    """Yields the changes of conditions, loops, returns, errors and their handlers."""
    text = program.text
    tests = [node.test] if isinstance(node, (ast.If, ast.While, ast.IfExp, ast.Assert)) else getattr(node, "ifs", [])
    for test in tests:
        yield "COI", program.replace(test, "(not (%s))" % text(test))
    if isinstance(node, (ast.For, ast.While)):
        first, last = node.body[0], node.body[-1]
        yield "ZIL", Edit(program.start(first), program.end(last), "break")
        line_break = "\n" + " " * last.col_offset
        yield "OIL", Edit(program.end(last), program.end(last), line_break + "break")
    elif isinstance(node, ast.Break):
        yield "BCR", program.replace(node, "continue")
    elif isinstance(node, ast.Continue):
        yield "BCR", program.replace(node, "break")
    elif isinstance(node, ast.Return) and node.value is not None:
        yield "RVR", program.replace(node.value, "None")
    elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
        yield "EXR", program.replace(node.exc.func, next(name for name in ERRORS if name != node.exc.func.id))
    elif isinstance(node, ast.ExceptHandler):
        yield "EHD", Edit(program.start(node.body[0]), program.end(node.body[-1]), "raise")


def described(program, edit):
    """Returns what an edit replaces and by what, each on one line and short."""
    old, new = program.source[edit.start : edit.end], edit.text
    return tuple(short(" ".join(part.split())) for part in (old, new))


def short(text):
    return text if len(text) <= 40 else text[:39] + "\u2026"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        source = file.read()
    program = Program(source)
    counts = {}
    for operator, edit, text in mutants(source):
        line = source.count("\n", 0, edit.start) + 1
        column = edit.start - program.starts[line - 1] + 1
        old, new = described(program, edit)
        name = f"{line}:{column} {operator} {old} \u2192 {new}"
        # Long texts may look alike where they were cut.
        counts[name] = counts.get(name, 0) + 1
        if counts[name] > 1:
            name += f" #{counts[name]}"
        print(json.dumps({"name": name, "operator": operator, "line": line, "program": text}))


if __name__ == "__main__":
    main()
