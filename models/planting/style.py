"""Rewrites programs without changing what they do, as different authors would."""

import ast
import builtins
import re

from .edits import Program

SYNONYMS = {
    "index": ["i", "idx"],
    "position": ["pos", "i"],
    "symbol": ["ch", "char"],
    "result": ["res", "answer"],
    "total": ["acc", "running_total"],
    "left": ["lhs", "low"],
    "right": ["rhs", "high"],
    "count": ["cnt", "n_items"],
    "value": ["val", "entry"],
    "values": ["vals", "entries"],
    "node": ["current", "cur"],
    "number": ["num", "n"],
    "word": ["token", "w"],
    "merged": ["output", "combined"],
    "start": ["begin", "lo"],
    "end": ["stop", "hi"],
    "name": ["key", "label"],
    "lines": ["out", "result_lines"],
    "text": ["buf", "built"],
}
COMMENTS = {
    ast.If: ["Handle this case separately.", "Check the condition first.", "Guard against bad input."],
    ast.For: ["Go through everything once.", "Iterate in order."],
    ast.While: ["Repeat until done.", "Keep going while there is work left."],
    ast.Return: ["All done.", "Return the final answer."],
    ast.Assign: ["Remember this for later.", "Prepare the state."],
}
HEADERS = [
    "# Straightforward solution.\n",
    '"""Solution."""\n\n',
    "# Runs in a single pass where possible.\n",
    "# Python 3\n",
]
FLIPPED = {ast.Lt: ("<", ">"), ast.Gt: (">", "<"), ast.LtE: ("<=", ">="), ast.GtE: (">=", "<=")}


def restyle(source, draw, strength):
    """Returns the source in another style; `strength` is how likely each habit is."""
    for habit in (
        drop_documentation,
        rename_locals,
        spell_out_assignments,
        flip_comparisons,
        spread_conditionals,
        drop_annotations,
        add_comments,
        single_quotes,
        narrow_indentation,
        add_header,
    ):
        if draw.chance(strength):
            changed = habit(source, draw)
            ast.parse(changed)
            source = changed
    return source


def apply_all(source, edits):
    """Applies edits that do not overlap."""
    reached = len(source) + 1
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        if edit.end <= reached:
            source = edit.apply(source)
            reached = edit.start
    return source


def drop_documentation(source, draw):
    program = Program(source)
    edits = []
    for node in ast.walk(program.tree):
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)) or len(node.body) < 2:
            continue
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            edit = program.replace(first, "")
            edit.start = program.starts[first.lineno - 1]
            edit.end = program.starts[first.end_lineno]
            while source[edit.end : edit.end + 1] == "\n":
                edit.end += 1
            edits.append(edit)
    return apply_all(source, edits)


def local_names(program):
    """Returns the names that are bound inside functions only, and are no parameters."""
    inside, kept = set(), set(dir(builtins))
    kept.update(node.arg for node in ast.walk(program.tree) if isinstance(node, ast.arg))
    for statement in program.tree.body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                (inside if isinstance(statement, (ast.FunctionDef, ast.ClassDef)) else kept).add(node.id)
            elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                kept.add(node.name)
        if isinstance(statement, ast.ClassDef):
            fields = [node for node in statement.body if isinstance(node, ast.AnnAssign)]
            kept.update(node.target.id for node in fields)
    return sorted(inside - kept)


def rename_locals(source, draw):
    program = Program(source)
    taken = {node.id for node in ast.walk(program.tree) if isinstance(node, ast.Name)}
    taken |= {node.arg for node in ast.walk(program.tree) if isinstance(node, ast.arg)}
    taken |= {node.attr for node in ast.walk(program.tree) if isinstance(node, ast.Attribute)}
    edits = []
    for name in local_names(program):
        if name == "_" or draw.chance(0.4):
            continue
        new = draw.pick(SYNONYMS.get(name, [name + "_", "my_" + name, "the_" + name, name[:3]]))
        if new in taken or not new.isidentifier() or new in dir(builtins) or len(new) < 1 or ast_keyword(new):
            continue
        taken.add(new)
        for node in ast.walk(program.tree):
            if isinstance(node, ast.Name) and node.id == name:
                edits.append(program.replace(node, new))
    return apply_all(source, edits)


def ast_keyword(name):
    try:
        ast.parse(name + " = 0")
    except SyntaxError:
        return True
    return False


def spell_out_assignments(source, draw):
    program = Program(source)
    edits = []
    for node in ast.walk(program.tree):
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            if isinstance(node.value, (ast.Constant, ast.Name)) and isinstance(node.op, (ast.Add, ast.Sub)):
                sign = "+" if isinstance(node.op, ast.Add) else "-"
                value = program.text(node.value)
                edits.append(program.replace(node, f"{node.target.id} = {node.target.id} {sign} {value}"))
    return apply_all(source, edits)


def flip_comparisons(source, draw):
    program = Program(source)
    edits = []
    for node in ast.walk(program.tree):
        if not isinstance(node, ast.Compare) or len(node.ops) != 1 or type(node.ops[0]) not in FLIPPED:
            continue
        left, right = program.text(node.left), program.text(node.comparators[0])
        whole = program.text(node)
        is_plain = whole == f"{left} {FLIPPED[type(node.ops[0])][0]} {right}"
        if is_plain and "(" not in whole and draw.chance(0.6):
            edits.append(program.replace(node, f"{right} {FLIPPED[type(node.ops[0])][1]} {left}"))
    return apply_all(source, edits)


def spread_conditionals(source, draw):
    program = Program(source)
    edits = []
    for node in ast.walk(program.tree):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.IfExp) and node.lineno == node.end_lineno:
            choice = node.value
            indent = " " * node.col_offset
            text = (
                f"if {program.text(choice.test)}:\n{indent}    return {program.text(choice.body)}\n"
                f"{indent}return {program.text(choice.orelse)}"
            )
            edits.append(program.replace(node, text))
    return apply_all(source, edits)


def drop_annotations(source, draw):
    program = Program(source)
    edits = []
    for node in ast.walk(program.tree):
        if isinstance(node, ast.arg) and node.annotation is not None:
            edit = program.replace(node, node.arg)
            edits.append(edit)
        elif isinstance(node, ast.FunctionDef):
            if node.returns is not None:
                edit = program.replace(node.returns, "")
                arrow = source.rindex("->", 0, edit.start)
                edit.start = len(source[:arrow].rstrip())
                edits.append(edit)
            for inner in ast.walk(node):
                if isinstance(inner, ast.AnnAssign) and inner.value is not None:
                    edit = program.replace(inner.annotation, "")
                    edit.start = program.end(inner.target)
                    edits.append(edit)
    unique = {(edit.start, edit.end): edit for edit in edits}
    return apply_all(source, unique.values())


def add_comments(source, draw):
    program = Program(source)
    edits = []
    for statement in program.statements():
        texts = COMMENTS.get(type(statement))
        start = program.start(statement)
        line = source[program.starts[statement.lineno - 1] : start]
        if texts and not line.strip() and draw.chance(0.2):
            edit = program.replace(statement, "# " + draw.pick(texts) + "\n" + line)
            edit.end = edit.start
            edits.append(edit)
    return apply_all(source, edits)


def single_quotes(source, draw):
    program = Program(source)
    edits = []
    for node in ast.walk(program.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = program.text(node)
            if re.fullmatch('"[^"\'\\\\\n]*"', text):
                edits.append(program.replace(node, "'" + text[1:-1] + "'"))
    return apply_all(source, edits)


def narrow_indentation(source, draw):
    lines = source.split("\n")
    return "\n".join(line[(len(line) - len(line.lstrip(" "))) // 2 :] for line in lines)


def add_header(source, draw):
    return draw.pick(HEADERS) + source
