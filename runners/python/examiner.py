"""Runs a foreign test against a candidate that lives in another process.

Nothing of the candidate is ever loaded here: plain values arrive, checked byte by byte, and everything the
test sees of the candidate is built from them.
"""

import _socket
import builtins
import gc
import os
import random
import sys

import diagnostics
import evidence
from candidate import CHANNEL, finish, read_source
from wire import (
    BUILTINS,
    MAXIMUM_ROOM,
    NAME_LENGTH,
    CutOff,
    Decoder,
    FrameReader,
    Inert,
    Malformed,
    NotPlain,
    NotReturnable,
    TooLarge,
    encode,
    frame,
    send,
)

__builtins__ = BUILTINS

TEST_NAME = "test.py"
PROMPT_NAME = "prompt.py"

_Module = type(sys)
_Code = type(compile("", "", "exec"))
_DYNAMIC = {"eval", "exec", "globals", "locals", "vars", "__import__", "compile"}
_EXCEPTIONS = {
    name: cls
    for name, cls in vars(builtins).items()
    if type(cls) is type and issubclass(cls, BaseException)
}
# What a diagnostic may say; nobody reads anything else.
_TEXTS = ("type", "message", "stage", "name", "module", "object", "callee", "missing_entry")
_FLAGS = ("is_defined", "is_stdlib_module", "at_end", "signature_mismatch")
_MAXIMUM_BASES = 64
_MAXIMUM_LINE = (1 << 31) - 1
# Loops over a `map` or `zip` end at these as if there were no more elements.
_ENDINGS_OF_LOOPS = {"StopIteration", "StopAsyncIteration"}
# What arithmetic, slicing and nesting can make of an answer that was plain data.
_MADE_OF_ANSWERS = {"complex", "str", "too deep"}
# A verdict is a few kilobytes.
_VERDICT_BYTES = 1 << 18
# An examiner that once needed this much more than at its start is not asked again, KiB.
_WEAR = 64 << 10


class Stopped(BaseException):
    """Ends the test at once; no `except Exception` of the test may swallow it."""


class Exchange:
    """The conversation with the candidate."""

    def __init__(self, entry, channel, source=""):
        self.entry = entry
        self.channel = channel
        self.source = source
        self.reader = FrameReader(channel)
        self.calls = 0
        # Set once; no later step of the test can take it back.
        self.outcome = None
        self.detail = ""
        self.diagnostic = None
        self.raised = None
        self.result = None

    def stop(self, outcome, detail=""):
        if self.outcome is None:
            self.outcome = outcome
            self.detail = detail
        raise Stopped()

    def receive(self):
        try:
            message = self.reader.next()
        except CutOff:
            self.stop("candidate-gone", "the candidate ended while it answered")
        except Malformed as fault:
            self.stop("protocol", str(fault))
        except OSError:
            message = None
        if message is None:
            self.stop("candidate-gone", "the candidate ended before it answered")
        return message

    def decode(self, payload):
        try:
            return Decoder(payload, lambda name, fields: Inert(name), Inert, MAXIMUM_ROOM).values()
        except Malformed as fault:
            self.stop("protocol", str(fault))
        except TooLarge:
            self.stop("too-large", "an answer holds more values than the test takes")
        except (RecursionError, MemoryError, OverflowError):
            self.overwhelm()

    def overwhelm(self):
        self.stop("overwhelmed", "its answers need more than the test has")

    def await_loading(self):
        """Waits until the candidate has said whether it could be loaded."""
        kind, payload = self.receive()
        if kind == b"L" and not payload:
            return
        if kind == b"E":
            self.diagnostic = self.facts(self.decode(payload), 1)
            self.stop("load-failed", str(self.diagnostic.get("message")))
        self.stop("protocol", "the first frame is not about loading")

    def facts(self, values, count):
        if len(values) != count or type(values[-1]) is not dict:
            self.stop("protocol", "a diagnostic is not a map")
        return known(values[-1])

    def call(self, arguments, keywords):
        """Makes one call and returns its result, or raises what the candidate raised."""
        if self.outcome is not None:
            raise Stopped()
        sequence = self.calls
        parts = [sequence, self.entry, list(arguments)] + ([keywords] if keywords else [])
        try:
            payload = encode(*parts, strict=True)
        except (NotPlain, TooLarge) as fault:
            if self.comes_from_answer(fault):
                self.stop("unusable-answer", "what the test passes on is not plain data: %s" % fault)
            self.stop("cannot-cross", "an argument is not plain data: %s" % fault)
        try:
            send(self.channel, frame(b"C", payload))
        except OSError:
            self.stop("candidate-gone", "the candidate ended before it was called")
        self.calls += 1
        kind, payload = self.receive()
        values = self.decode(payload)
        if not values or type(values[0]) is not int or values[0] != sequence:
            self.stop("protocol", "an answer has the wrong number")
        if kind == b"X":
            self.raised = self.exception(self.facts(values, 2))
            self.result = None
            raise self.raised
        if kind != b"R" or len(values) != 3:
            self.stop("protocol", "an answer has the wrong form")
        self.change([*arguments, *keywords.values()], values[2])
        self.result = (values[1],)
        return values[1]

    def comes_from_answer(self, fault):
        """Whether an argument cannot cross because of what the candidate gave the test.

        It must not be able to choose a process of its own with the test.
        """
        if type(fault) is NotReturnable:
            return True
        return self.calls > 0 and (type(fault) is TooLarge or str(fault) in _MADE_OF_ANSWERS)

    def change(self, arguments, after):
        """Does to the test's own objects what the candidate did to its copies."""
        if after is None:
            return
        if type(after) is not list or len(after) != len(arguments):
            self.stop("protocol", "the changed arguments have the wrong form")
        for argument, value in zip(arguments, after):
            replace_content(argument, value)

    def exception(self, facts):
        """Builds the nearest builtin exception, so that the test can catch it by its class."""
        self.diagnostic = facts
        message = facts.get("message", "")
        for name in facts["bases"]:
            if name in _ENDINGS_OF_LOOPS and name not in self.source:
                # As a generator does it: an answer that is an error must not pass for the end of a loop.
                name = "RuntimeError"
            cls = _EXCEPTIONS.get(name)
            if cls is None:
                continue
            try:
                return cls(message)
            except Exception:
                continue
        return Exception(message)


def known(facts):
    """Returns what a diagnostic may say, each part within its bounds."""
    result = {}
    for key in _TEXTS:
        value = facts.get(key)
        if type(value) is str:
            result[key] = value[: diagnostics.MESSAGE_LENGTH]
    for key in _FLAGS:
        if type(facts.get(key)) is bool:
            result[key] = facts[key]
    line = facts.get("line")
    if type(line) is int and 0 <= line <= _MAXIMUM_LINE:
        result["line"] = line
    bases = facts.get("bases")
    names = bases[:_MAXIMUM_BASES] if type(bases) is list else []
    result["bases"] = [name[:NAME_LENGTH] for name in names if type(name) is str]
    return result


def replace_content(target, value):
    """Gives a container the content of another one, keeping every object that can be kept."""
    kind = type(target)
    if kind is not type(value):
        return
    if kind is list:
        target[:] = [replaced(old, new) for old, new in zip(target, value)] + value[len(target) :]
    elif kind is dict:
        content = {key: replaced(target.get(key), item) for key, item in value.items()}
        target.clear()
        target.update(content)
    elif kind is set:
        target.clear()
        target.update(value)
    elif kind is tuple:
        for old, new in zip(target, value):
            replace_content(old, new)


def replaced(old, new):
    """Returns the old object with new content where that is possible, else the new object."""
    if type(old) is type(new) and type(old) in (list, dict, set):
        replace_content(old, new)
        return old
    return new


class Test:
    """The foreign test in a namespace of its own."""

    def __init__(self, entry, stub, source, prompt):
        self.entry = entry
        self.stub = stub
        self.source = source
        self.prompt = prompt
        module = _Module("test")
        sys.modules["test"] = module
        sys.modules["__main__"] = module
        self.names = module.__dict__
        self.names["__builtins__"] = builtins

    def prepare(self):
        """Runs the test's top level, on top of the prompt where the test uses any of its names."""
        code, used = compiled(self.source)
        bound = names_bound_by(self.prompt)
        if bound is None or used & _DYNAMIC or used & (bound - {self.entry}):
            self.load_prompt()
        if evidence.DIFFERENTIAL in used:
            self.names[evidence.DIFFERENTIAL] = evidence.differential()
        self.names[self.entry] = self.stub
        exec(code, self.names)

    def load_prompt(self):
        imports = "\n".join(
            line for line in self.prompt.split("\n") if line.startswith(("import ", "from "))
        )
        for text in (self.prompt, self.prompt + "\n    pass\n", imports):
            try:
                code = compile(text, PROMPT_NAME, "exec", 0, True)
            except (SyntaxError, ValueError):
                continue
            exec(code, self.names)
            return

    def check(self):
        self.names["check"](self.stub)

    def names_of_candidate(self):
        """Returns the names under which the test may call the candidate."""
        code = getattr(self.names.get("check"), "__code__", None)
        return {self.entry} | set(code.co_varnames[:1] if type(code) is _Code else ())


# Code of the tests that this process has had, and the names it uses; many samples share one test.
_compiled = {}


def compiled(source):
    """Compiles a test, once for all candidates that this process examines."""
    if source not in _compiled:
        code = compile(source, TEST_NAME, "exec", 0, True)
        _compiled[source] = code, names_in(code)
    return _compiled[source]


def names_in(code):
    """Returns every global or attribute name that a code object and those inside it use."""
    names = set(code.co_names)
    for constant in code.co_consts:
        if type(constant) is _Code:
            names |= names_in(constant)
    return names


def names_bound_by(prompt):
    """Returns the names that a prompt binds at its top level; None where only running it can tell."""
    names = set()
    for line in prompt.split("\n"):
        if not line or line[0] in " \t\r#":
            continue
        if line.startswith("def "):
            names.add(line[4:].partition("(")[0].strip())
        elif line.startswith(("import ", "from ")):
            imported = line.rpartition("import ")[2]
            if "(" in imported or "*" in imported or "\\" in imported:
                return None
            names.update(part.split()[-1].partition(".")[0] for part in imported.split(",") if part.strip())
        else:
            return None
    return names


def examined(entry, source, prompt, channel):
    """Runs the test's `check` on a stub of the candidate behind `channel`; returns the verdict."""
    exchange = Exchange(entry, channel, source)

    def candidate(*arguments, **keywords):
        try:
            return exchange.call(arguments, keywords)
        except MemoryError as error:
            # Before the first call it is the test that needs too much.
            if error is exchange.raised or exchange.calls == 0:
                raise
            exchange.overwhelm()

    error = None
    test = None
    try:
        test = Test(entry, candidate, source, prompt)
        test.prepare()
        exchange.await_loading()
        gc.enable()
        test.check()
    except BaseException as fault:
        error = fault
    gc.disable()
    verdict = judge(exchange, error, test)
    # What the candidate's answers became must not outlive them: all of it hangs on these three.
    error = exchange.raised = exchange.result = None
    if test is not None:
        test.names.clear()
    try:
        send(channel, frame(b"Z", b""))
    except OSError:
        # The candidate is gone already; the verdict stands without it.
        pass
    return verdict


def told(verdict):
    """Encodes a verdict; where it cannot be told in full, only its outcome."""
    try:
        return encode(verdict, room=_VERDICT_BYTES)
    except Exception:
        return encode({"outcome": verdict["outcome"], "calls": verdict["calls"]})


def examine(entry):
    """Mode `examine`: one test, its candidate on descriptor 3, one verdict."""
    source, prompt = (read_source(name).decode("utf-8-sig") for name in (TEST_NAME, PROMPT_NAME))
    finish(b"V", told(examined(entry, source, prompt, CHANNEL)))


def examine_many(_):
    """Mode `examine-many`: one test after another, each with the channel to a candidate of its own.

    Descriptor 3 leads to the harness: a `J` frame brings entry point, prompt, test and, beside it, the
    channel; the verdict goes back the same way. Every test starts from the same random state, in a fresh
    namespace; nothing of a candidate but plain values has ever been here.

    Where memory ran short, or much of it was used, the session ends without a verdict: what earlier answers
    left here must not decide, so an examiner of the candidate's own does.
    """
    control = _socket.socket(fileno=CHANNEL)
    # Loaded here and not for all: what the fork server has mapped costs every fork.
    import resource

    def peak_memory():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    state = random.getstate()
    bound = peak_memory() + _WEAR
    while (job := receive_job(control)) is not None:
        entry, prompt, source, channel = job
        random.setstate(state)
        verdict = examined(entry, source, prompt, channel)
        os.close(channel)
        if ran_short(verdict) or peak_memory() > bound:
            break
        send(CHANNEL, frame(b"V", told(verdict)))
        # What the test left behind refers to itself; a session is short, so the youngest are enough.
        gc.collect(0)
    finish(b"Z", b"")


def ran_short(verdict):
    """Whether memory that was missing here decided, or may have."""
    outcome = verdict["outcome"]
    return outcome == "overwhelmed" or (outcome == "test-error" and verdict.get("type") == "MemoryError")


def receive_job(control):
    """Returns the parts of the next job, or None where there is none."""
    received = b""
    channel = None
    while True:
        data, ancillary, _, _ = control.recvmsg(1 << 16, _socket.CMSG_SPACE(4))
        for level, kind, descriptors in ancillary:
            if level == _socket.SOL_SOCKET and kind == _socket.SCM_RIGHTS:
                channel = int.from_bytes(descriptors[:4], sys.byteorder)
        received += data
        head, colon, payload = received[1:32].partition(b":")
        if colon and len(received) == 1 + len(head) + 1 + int(head):
            entry, prompt, source = Decoder(received[2 + len(head) :]).values()
            return entry, prompt.removeprefix("\ufeff"), source.removeprefix("\ufeff"), channel
        if not data:
            return None


def judge(exchange, error, test):
    """Turns what happened into the map of a `V` frame."""
    verdict = {"calls": exchange.calls}
    if exchange.outcome is not None:
        verdict["outcome"] = exchange.outcome
        verdict["message"] = exchange.detail
        if exchange.outcome == "load-failed":
            verdict["diagnostic"] = exchange.diagnostic
        return verdict
    if error is None:
        verdict["outcome"] = "passed"
        return verdict
    if error is exchange.raised:
        verdict["outcome"] = "candidate-raised"
        verdict["diagnostic"] = exchange.diagnostic
    elif isinstance(error, AssertionError):
        verdict["outcome"] = "assertion"
    elif isinstance(error, MemoryError) and exchange.calls > 0:
        verdict["outcome"] = "overwhelmed"
    else:
        verdict["outcome"] = "test-error"
    source = test.source if test is not None else ""
    names = test.names_of_candidate() if test is not None else set()
    try:
        verdict.update(evidence.about(error, TEST_NAME, source, names, exchange.result))
    except Exception:
        # Mostly too little memory; the outcome stands without its evidence.
        verdict["type"] = type(error).__name__
    return verdict
