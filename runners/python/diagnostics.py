"""Facts about an exception, as plain data, read without trusting the exception."""

import builtins
import sys

from wire import BUILTINS, module_of, name_of

__builtins__ = BUILTINS

SOURCE_NAME = "solution.py"
MODULE_NAME = "solution"
MESSAGE_LENGTH = 2000

_EXCEPTIONS = {
    cls: name
    for name, cls in vars(builtins).items()
    if type(cls) is type and issubclass(cls, BaseException) and cls.__name__ == name
}
_class_order = type.__dict__["__mro__"].__get__
_traceback_of = BaseException.__dict__["__traceback__"].__get__
_stdlib = sys.stdlib_module_names
_Module = type(sys)
_ARITY_WORDS = (
    " positional argument",
    " required keyword-only argument",
    " unexpected keyword argument",
    " takes no arguments",
    " takes no keyword arguments",
    " multiple values for ",
    " is an invalid keyword argument",
    " missing required argument",
    " expected at most ",
    " expected at least ",
    " takes at most ",
    " takes at least ",
    " takes exactly ",
    " takes from ",
    " expected exactly ",
)


def describe(error, stage, program=None):
    """Returns the diagnostic map of an exception; never raises because of it."""
    kind = type(error)
    facts = {"type": name_of(kind), "stage": stage, "message": message_of(error)}
    facts["bases"] = [_EXCEPTIONS[base] for base in _class_order(kind) if base in _EXCEPTIONS]
    line = line_of(error)
    if line is not None:
        facts["line"] = line
    # Only the interpreter's own classes are believed to carry the interpreter's facts.
    if kind in _EXCEPTIONS:
        try:
            add_cause(facts, error, kind, program)
        except Exception:
            pass
    return facts


def message_of(error):
    """Returns the exception's text, bounded, as exact text without lone surrogates."""
    try:
        # The place is a fact of its own; `str` would append it to a syntax error's text.
        is_syntax = type(error) in _EXCEPTIONS and isinstance(error, SyntaxError)
        text = error.msg if is_syntax and type(error.msg) is str else str(error)
        if type(text) is not str:
            text = str.__str__(text)
    except BaseException:
        return ""
    return text[:MESSAGE_LENGTH].encode("utf-8", "backslashreplace").decode()[:MESSAGE_LENGTH]


def line_of(error):
    """Returns the innermost line of the candidate's source that the exception passed through."""
    if isinstance(error, SyntaxError) and type(error) in _EXCEPTIONS:
        if error.filename == SOURCE_NAME and type(error.lineno) is int:
            return error.lineno
    line = None
    trace = _traceback_of(error)
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == SOURCE_NAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def add_cause(facts, error, kind, program):
    """Adds what tells a made-up name, member, module or signature from an ordinary failure."""
    message = facts["message"]
    if kind is NameError or kind is UnboundLocalError:
        name = error.name if type(error.name) is str else quoted(message, "'")
        if name:
            facts["name"] = name
            facts["is_defined"] = program is not None and name in program.bound_names()
            facts["is_stdlib_module"] = name in _stdlib
    elif kind is AttributeError:
        if type(error.name) is str:
            facts["name"] = error.name
            facts["object"] = owner_of(error.obj, message)
    elif kind is ImportError or kind is ModuleNotFoundError:
        module = error.name
        if type(module) is str:
            facts["module"] = module
            facts["is_stdlib_module"] = module.partition(".")[0] in _stdlib
            facts["name"] = module
        if kind is ImportError:
            name = quoted(message, "'") if message.startswith("cannot import name ") else None
            if name:
                facts["name"] = name
                facts["object"] = "module:" + str(module)
    elif kind is TypeError and is_about_arguments(message):
        callee = message.partition("(")[0]
        own = program.callable_names() if program is not None else ()
        parts = callee.split(".")
        is_own = "()" in message and (parts[0] in own or parts[-1] in own)
        facts["callee"] = "own" if is_own else "foreign"


def owner_of(owner, message):
    """Classifies the object that lacks a member."""
    if owner is None:
        return "none"
    if type(owner) is _Module:
        name = vars(owner).get("__name__")
        if name == MODULE_NAME:
            return "own:module"
        return "module:" + (name if type(name) is str else "")
    cls = owner if isinstance(owner, type) else type(owner)
    name = name_of(cls)
    module = module_of(cls)
    if module == "builtins":
        return "builtin:" + name
    if module == MODULE_NAME:
        return "own:" + name
    return "other:" + module + "." + name


def is_about_arguments(message):
    """Whether a TypeError's text complains about the number or the names of arguments."""
    return any(words in message for words in _ARITY_WORDS)


def quoted(text, mark):
    """Returns what stands between the first two marks; None if there is no such pair."""
    parts = text.split(mark, 2)
    return parts[1] if len(parts) == 3 else None
