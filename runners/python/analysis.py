"""Names that a program binds: what tells an invented name from one that was only not reached."""

import _ast

from wire import BUILTINS

__builtins__ = BUILTINS

_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
_TREE_ONLY = 0x400


def bound_names(source):
    """Returns every name that is bound anywhere in the program, and the names of what can be called."""
    bound = set()
    callables = {"<lambda>"}
    try:
        stack = [compile(source, "solution.py", "exec", _TREE_ONLY, True)]
    except BaseException:
        return bound, callables
    while stack:
        node = stack.pop()
        cls = type(node)
        if cls is _ast.Name:
            if type(node.ctx) is not _ast.Load:
                bound.add(node.id)
        elif cls in _FUNCTIONS or cls is _ast.ClassDef:
            bound.add(node.name)
            callables.add(node.name)
        elif cls is _ast.arg:
            bound.add(node.arg)
        elif cls is _ast.alias:
            bound.add(node.asname or node.name.partition(".")[0])
        elif cls is _ast.ExceptHandler or cls is _ast.MatchAs or cls is _ast.MatchStar:
            bound.add(node.name)
        for field in cls._fields:
            child = getattr(node, field, None)
            if type(child) is list:
                stack.extend(item for item in child if isinstance(item, _ast.AST))
            elif isinstance(child, _ast.AST):
                stack.append(child)
    return bound, callables
