"""Small changes to a program's text, found by its syntax tree.

Everything but the changed spot keeps its layout, and the result does not depend on the version of Python
that finds it, as unparsed trees would.
"""

import ast
import sys
from pathlib import Path

# The harness's own mutation testing finds and changes the places in a program.
sys.path.append(str(Path(__file__).resolve().parents[2] / "runners" / "python"))

from mutation import Edit, Program  # noqa: E402

COMPARISONS = {
    ast.Lt: ("<", ["<=", ">"]),
    ast.LtE: ("<=", ["<", ">="]),
    ast.Gt: (">", [">=", "<"]),
    ast.GtE: (">=", [">", "<="]),
    ast.Eq: ("==", ["!="]),
    ast.NotEq: ("!=", ["=="]),
    ast.In: ("in", ["not in"]),
    ast.NotIn: ("not in", ["in"]),
    ast.Is: ("is", ["is not"]),
    ast.IsNot: ("is not", ["is"]),
}
OPERATORS = {
    ast.Add: ("+", ["-"]),
    ast.Sub: ("-", ["+"]),
    ast.Mult: ("*", ["+", "//"]),
    ast.FloorDiv: ("//", ["/", "%"]),
    ast.Div: ("/", ["//", "*"]),
    ast.Mod: ("%", ["//"]),
    ast.BitAnd: ("&", ["|"]),
    ast.BitOr: ("|", ["&"]),
    ast.RShift: (">>", ["<<"]),
}
SWAPS = {"max": "min", "min": "max", "any": "all", "all": "any", "bisect_right": "bisect_left"}
DROPS = {"sorted", "reversed", "abs", "set", "list"}
ERRORS = ["ValueError", "KeyError", "IndexError", "RuntimeError", "TypeError"]
MEMBERS = {
    "append": "push",
    "items": "entries",
    "values": "elements",
    "keys": "keyset",
    "get": "get_or_default",
    "setdefault": "get_or_insert",
    "add": "insert",
    "discard": "erase",
    "remove": "erase",
    "popleft": "shift",
    "pop": "remove_last",
    "join": "implode",
    "split": "explode",
    "strip": "trim",
    "lower": "to_lower",
    "partition": "split_once",
    "reverse": "flip",
    "clear": "empty",
    "isdigit": "is_digit",
    "fullmatch": "full_match",
    "groups": "captures",
    "move_to_end": "touch",
    "popitem": "pop_oldest",
    "heappush": "push",
    "heappop": "pop_smallest",
    "heapify": "make_heap",
    "monthrange": "days_in_month",
    "isnan": "is_nan",
    "isfinite": "is_finite",
    "compile": "build",
    "fromhex": "from_hex",
}
FUNCTIONS = {
    "len": "length",
    "max": "maximum",
    "min": "minimum",
    "sorted": "sort_list",
    "divmod": "div_mod",
    "enumerate": "indexed",
    "reversed": "reverse",
    "abs": "absolute",
    "any": "some",
    "all": "every",
    "sum": "total_of",
    "range": "xrange",
    "zip": "zip_lists",
    "chr": "char",
}


def slips(program):
    """Returns the edits that a tired programmer makes: what they lead to is found out by running them."""
    edits = []
    for node in program.nodes():
        edits += list(slips_of(program, node))
    for statement in program.statements():
        edits.append(program.replace(statement, "pass"))
    return [edit for edit in edits if edit is not None]


def slips_of(program, node):
    if isinstance(node, ast.Compare):
        for left, operator, right in zip([node.left, *node.comparators], node.ops, node.comparators):
            old, others = COMPARISONS[type(operator)]
            for new in others:
                yield program.between(left, right, old, new)
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        old, others = OPERATORS[type(node.op)]
        for new in others:
            yield program.between(node.left, node.right, old, new)
    elif isinstance(node, ast.BoolOp):
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:]):
            yield program.between(left, right, old, new)
            # An operand is forgotten.
            yield Edit(program.end(left), program.end(right), "")
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield program.replace(node, str(node.value + 1))
        if node.value > 0:
            yield program.replace(node, str(node.value - 1))
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
        yield program.replace(node.test, "not (%s)" % program.text(node.test))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        name = node.func.id
        if name in SWAPS:
            yield program.replace(node.func, SWAPS[name])
        if name in DROPS and node.args:
            yield program.replace(node, program.text(node.args[0]))
        if name == "sorted" and node.keywords:
            yield Edit(program.end(node.args[-1]), program.end(node) - 1, "")
    elif isinstance(node, ast.Return) and node.value is not None:
        yield program.replace(node.value, "None")
        yield program.replace(node.value, "str(%s)" % program.text(node.value))
        yield program.replace(node.value, "[%s]" % program.text(node.value))
    elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        for name in ERRORS:
            if name != node.exc.func.id:
                yield program.replace(node.exc.func, name)
        yield program.replace(node, "return None")
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        if not isinstance(node.slice, ast.Slice):
            yield program.replace(node.slice, program.text(node.slice) + " + 1")


def invented_members(program):
    """Returns the edits that call what a library or builtin type does not have."""
    edits = []
    for node in program.nodes():
        if isinstance(node, ast.Attribute) and node.attr in MEMBERS:
            end = program.end(node)
            edits.append(Edit(end - len(node.attr), end, MEMBERS[node.attr]))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == 1:
            argument = program.text(node.args[0])
            if node.func.id == "len" and argument.isidentifier():
                edits.append(program.replace(node, argument + ".length()"))
                edits.append(program.replace(node, argument + ".size()"))
            if node.func.id == "sorted" and argument.isidentifier():
                edits.append(program.replace(node, argument + ".sorted()"))
        elif isinstance(node, ast.ImportFrom) and node.module in ("collections", "bisect"):
            edits.append(program.replace(node, program.text(node) + ", sorted_insert"))
    return edits


def invented_names(program):
    """Returns the edits that use a name which nothing defines."""
    edits = []
    for node in program.nodes():
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            if node.lineno > 1 or isinstance(node, ast.Import):
                edits.append(Edit(program.start(node), program.end(node) + 1, ""))
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and len(node.id) > 2:
            if node.id in FUNCTIONS:
                edits.append(program.replace(node, FUNCTIONS[node.id]))
            elif not node.id[0].isupper() and node.id != "self":
                edits.append(program.replace(node, node.id + "_list"))
    for function in program.functions():
        names = [argument.arg for argument in function.args.args if argument.arg != "self"]
        if names:
            first = program.first_statement(function)
            start = program.start(first)
            call = "validate_arguments(%s)\n" % ", ".join(names)
            edits.append(Edit(start, start, call + " " * first.col_offset))
    return edits


def wrong_arities(program):
    """Returns the edits that call a library function with arguments it does not take."""
    extra = {"len": "0", "abs": "0", "chr": "0", "ord": "0", "sum": "0, 0", "append": "None", "join": '" "'}
    extra.update({"heappop": "0", "get": "0, 0", "setdefault": "0, 0", "pop": "0, 0", "lower": "True"})
    extra.update({"items": "True", "values": "True", "popleft": "0", "add": "None", "move_to_end": "0, 0"})
    extra.update({"split": "0, 0", "isdigit": "10", "extend": "0", "range": "0, 1, 1", "isnan": "0"})
    edits = []
    for node in program.nodes():
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        end = program.end(node) - 1
        if name in extra:
            edits.append(Edit(end, end, (", " if node.args else "") + extra[name]))
        elif name == "sorted" and node.args:
            edits.append(Edit(end, end, ", reversed=False"))
        elif name == "enumerate":
            edits.append(Edit(end, end, ", begin=0"))
        elif name in ("max", "min"):
            edits.append(Edit(program.end(function) + 1, end, ""))
    return edits


def insert_before(program, statement, lines):
    """Returns the edit that puts lines in front of a statement, with its indentation."""
    start = program.start(statement)
    indent = " " * statement.col_offset
    return Edit(start, start, "".join(line + "\n" + indent for line in lines))
