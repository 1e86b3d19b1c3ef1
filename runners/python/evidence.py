"""What a failing test shows: the statement, and where it compares, both sides of the comparison."""

import _ast
import os

import diagnostics
from wire import BUILTINS, Inert, name_of

__builtins__ = BUILTINS

TEXT_LENGTH = 500
# The name under which a test finds the comparison with a reference.
DIFFERENTIAL = "Differential"
_DIFFERENTIAL_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "differential.py")


def differential():
    """Returns the class that compares a candidate with a reference.

    Loaded only for a test that uses it: what every interpreter loads, every program pays for.
    """
    names = {"__name__": "differential", "__builtins__": BUILTINS}
    with open(_DIFFERENTIAL_FILE, encoding="utf-8") as file:
        exec(compile(file.read(), _DIFFERENTIAL_FILE, "exec", 0, True), names)
    return names[DIFFERENTIAL]


def about(error, file, source, names, result):
    """Returns the facts of a `V` map that explain a failure.

    `names` are the names under which the test may call the candidate; `result` is a tuple of the last call's
    result, or None. The candidate is never called again for evidence.
    """
    facts = {"message": diagnostics.message_of(error), "type": name_of(type(error))}
    place = innermost_frame(error, file)
    if place is None:
        return facts
    test_frame, line = place
    facts["line"] = line
    if result is not None:
        facts["actual"] = shown(result[0])
        facts["actual_type"] = type_name(result[0])
    try:
        tree = compile(source, file, "exec", 0x400, True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return facts
    statement = statement_at(tree, line)
    if statement is None:
        return facts
    lines = source.split("\n")[statement.lineno - 1 : statement.end_lineno]
    facts["source"] = cut("\n".join(lines).strip())
    if result is not None:
        try:
            if type(statement) is _ast.Assert:
                facts.update(expectation(statement.test, names, test_frame))
            elif type(known := getattr(error, "expected", None)) is tuple and len(known) == 1:
                # A test that compares by itself says what it wanted: differential.py.
                facts.update({"expected": shown(known[0]), "expected_type": type_name(known[0])})
        except BaseException:
            # The other side cannot be evaluated alone; the statement's text must do.
            pass
    return facts


def type_name(value):
    """Returns the name of a value's type, also of one that did not cross."""
    return value.name if type(value) is Inert else name_of(type(value))


def innermost_frame(error, file):
    """Returns the deepest frame of the test that the error passed through, and its line."""
    place = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            place = (trace.tb_frame, trace.tb_lineno)
        trace = trace.tb_next
    return place


def statement_at(tree, line):
    """Returns the smallest statement that covers a line."""
    best = None
    stack = list(tree.body)
    while stack:
        node = stack.pop()
        if not node.lineno <= line <= node.end_lineno:
            continue
        if isinstance(node, _ast.stmt) and (best is None or node.lineno >= best.lineno):
            best = node
        for field in ("body", "orelse", "finalbody", "handlers"):
            stack.extend(getattr(node, field, ()))
    return best


def expectation(test, names, test_frame):
    """Returns the expected value of an assertion about a call to the candidate."""
    if is_call_of(test, names):
        return {"expected": "True"}
    if type(test) is _ast.UnaryOp and type(test.op) is _ast.Not and is_call_of(test.operand, names):
        return {"expected": "False"}
    if type(test) is not _ast.Compare or len(test.ops) != 1:
        return {}
    if type(test.ops[0]) not in (_ast.Eq, _ast.Is):
        return {}
    left, right = test.left, test.comparators[0]
    other = right if is_call_of(left, names) else left if is_call_of(right, names) else None
    if other is None or any(is_call_of(node, names) for node in nodes_of(other)):
        return {}
    code = compile(_ast.Expression(other), "evidence", "eval")
    value = eval(code, test_frame.f_globals, test_frame.f_locals)
    return {"expected": shown(value), "expected_type": type_name(value)}


def is_call_of(node, names):
    """Whether a node calls the candidate by one of its names."""
    return type(node) is _ast.Call and type(node.func) is _ast.Name and node.func.id in names


def nodes_of(root):
    """Returns a node and everything below it."""
    nodes = []
    stack = [root]
    while stack:
        node = stack.pop()
        nodes.append(node)
        for field in node._fields:
            child = getattr(node, field, None)
            children = child if type(child) is list else [child]
            stack.extend(item for item in children if isinstance(item, _ast.AST))
    return nodes


def shown(value):
    """Returns a value as Python writes it, cut before it gets long."""
    pieces = []
    show(value, pieces, TEXT_LENGTH, 0)
    return cut("".join(pieces))


def show(value, pieces, room, depth):
    """Appends a value's text to `pieces` and returns the room that is left."""
    kind = type(value)
    if room <= 0:
        return room
    if kind in (list, tuple, set, frozenset, dict) and value:
        if depth > 50:
            pieces.append("…")
            return room - 1
        start, end = {list: "[]", tuple: "()"}.get(kind, "{}")
        pieces.append(start)
        first = True
        for item in value:
            if not first:
                pieces.append(", ")
            first = False
            room = show(item, pieces, room - 2, depth + 1)
            if kind is dict:
                pieces.append(": ")
                room = show(value[item], pieces, room - 2, depth + 1)
            if room <= 0:
                break
        pieces.append(",)" if kind is tuple and len(value) == 1 else end)
        return room - 1
    if kind is str:
        text = repr(value[: TEXT_LENGTH + 1])
    elif kind is bytes:
        text = repr(value[: TEXT_LENGTH + 1])
    elif kind is int and value.bit_length() > 8 * TEXT_LENGTH:
        text = "an integer of %d bits" % value.bit_length()
    else:
        try:
            text = repr(value)
        except BaseException:
            text = "<%s object>" % name_of(kind)
    pieces.append(text)
    return room - len(text)


def cut(text):
    """Bounds a text and makes it encodable."""
    text = text if len(text) <= TEXT_LENGTH else text[: TEXT_LENGTH - 1] + "…"
    return text.encode("utf-8", "backslashreplace").decode()
