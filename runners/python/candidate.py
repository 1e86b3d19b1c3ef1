"""Loads the candidate's program and answers calls to it."""

import sys
from gc import enable as _enable_collection
from os import (
    O_CLOEXEC as _O_CLOEXEC,
    O_RDONLY as _O_RDONLY,
    _exit,
    close as _close,
    getpid,
    open as _open,
    read as _read,
    write as _write,
)

import analysis
import diagnostics
from diagnostics import MODULE_NAME, SOURCE_NAME
from wire import (
    BUILTINS,
    MAXIMUM_BYTES,
    Decoder,
    FrameReader,
    Malformed,
    TooLarge,
    encode,
    send,
)

__builtins__ = BUILTINS

RESULTS = 4
CHANNEL = 3
# What all results of a program may take: the frames that tell of its failures still fit behind them.
FRAME_BYTES = MAXIMUM_BYTES - (1 << 18)
# A parse tree takes a hundred times its source.
LONG_SOURCE = 1 << 20

_Module = type(sys)
_modules = sys.modules
_builtins_module = _modules["builtins"]
_flags = _O_RDONLY | _O_CLOEXEC
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_compile = compile
_exec = exec
_TREE_ONLY = 0x400
_INCOMPLETE = 0x4000
# Written where memory does not suffice to describe how it ran out.
_EXHAUSTED = {
    stage: encode(
        {
            "type": "MemoryError",
            "bases": ["MemoryError", "Exception", "BaseException"],
            "message": "",
            "stage": stage,
        }
    )
    for stage in ("load", "call")
}
_SCALARS = {int, str, float, bool, bytes, type(None)}
_standard = (sys.stdout, sys.stderr)
_process = 0
# Answers ordinary calls faster, where a zygote has its guest library: see Sources/SandboxGuest/shortcut.c.
_shortcut = None


def take_shortcut(function):
    """Lets a function answer ordinary calls on the channel."""
    global _shortcut
    _shortcut = function


class Program:
    """The candidate's module and what is known of its source."""

    def __init__(self, source):
        self.source = source
        self.code = None
        self.module = _Module(MODULE_NAME)
        self.names = None

    def bound_names(self):
        return self.all_names()[0]

    def callable_names(self):
        return self.all_names()[1]

    def all_names(self):
        if self.names is None:
            self.names = analysis.bound_names(self.source)
        return self.names


class Loading(Exception):
    """The program cannot be loaded; carries the diagnostic."""

    def __init__(self, facts):
        self.facts = facts


def claim_process():
    """Makes this process the only one that may write results: one that the candidate forks must not."""
    global _process
    _process = getpid()


def read_source(name):
    """Returns the bytes of a file in the working folder."""
    # Not `open`: its layers of buffers touch memory that a forked child has to copy first. So does every object of
    # the driver that its first steps here use, which is why they use few.
    file = _open(name, _flags)
    pieces = []
    while piece := _read(file, 1 << 20):
        pieces.append(piece)
    _close(file)
    return b"".join(pieces)


def parse(data):
    """Returns the program of a source, not yet run; raises `Loading` where there is none."""
    program = Program("")
    try:
        # Not as "utf-8-sig", which is a codec in Python.
        program.source = (data[3:] if data.startswith(_BYTE_ORDER_MARK) else data).decode()
        program.code = _compile(program.source, SOURCE_NAME, "exec", 0, True)
    except BaseException as error:
        facts = diagnostics.describe(error, "parse", program)
        if not isinstance(error, (SyntaxError, MemoryError, RecursionError)):
            # NUL bytes and bad UTF-8 have other classes in some versions; they are syntax all the same.
            facts["type"] = "SyntaxError"
            facts["bases"] = ["SyntaxError", "Exception", "BaseException"]
        elif isinstance(error, MemoryError) and len(data) > LONG_SOURCE:
            # Of a short source it is the parser's own stack, and says that nothing nests so deep.
            facts["stage"] = "load"
        elif isinstance(error, SyntaxError):
            facts["at_end"] = is_cut_off(program.source, error)
        raise Loading(facts) from None
    return program


def is_cut_off(source, error):
    """Whether the parser was content until the text ended: the sign of a truncated answer."""
    end = len(source.rstrip().split("\n"))
    message = error.msg if type(error.msg) is str else ""
    line = error.lineno if type(error.lineno) is int else 0
    if "unterminated triple-quoted" in message:
        return True
    if "unterminated" in message:
        return line >= end
    try:
        _compile(source, SOURCE_NAME, "exec", _TREE_ONLY | _INCOMPLETE, True)
    except SyntaxError as cause:
        return "incomplete input" in str(cause) or (sys.version_info < (3, 11) and line >= end)
    except BaseException:
        return False
    return False


def load(program, entry):
    """Runs the program's own top level; raises `Loading` where it fails or lacks the entry point."""
    names = program.module.__dict__
    names["__file__"] = SOURCE_NAME
    names["__builtins__"] = _builtins_module
    _enable_collection()
    try:
        _exec(program.code, names)
    except BaseException as error:
        raise Loading(diagnostics.describe(error, "load", program)) from None
    if not callable(names.get(entry)):
        what = "is not callable" if entry in names else "is not defined"
        raise Loading(
            {
                "type": "HarnessMissingEntry",
                "message": "the entry point %s %s" % (entry, what),
                "stage": "load",
                "missing_entry": entry,
            }
        )


def enter(program):
    """Makes the program's module known under its name, and as the main one: code that asks means its own."""
    _modules[MODULE_NAME] = _modules["__main__"] = program.module


def begin(entry, report):
    """Parses and loads the program, telling `report` each step; returns None when it cannot be called."""
    try:
        try:
            program = parse(read_source(SOURCE_NAME))
            report(b"A", b"")
            enter(program)
            load(program, entry)
        except Loading as failure:
            facts = encode(failure.facts)
        else:
            report(b"L", b"")
            return program
    except MemoryError:
        facts = _EXHAUSTED["load"]
    report(b"E", facts)
    return None


class Skipped(Exception):
    """A method of an object that was never constructed."""


class MissingRecord(Exception):
    """A record type that the program no longer defines."""


class Answering:
    """Calls the program and encodes what comes back."""

    def __init__(self, program, room=None):
        self.program = program
        # Bytes that all results together may still take; None where each stands alone.
        self.room = room
        self.names = program.module.__dict__
        self.objects = {}

    def answer(self, kind, payload):
        """Returns the reply to one call frame: its kind and payload."""
        values = Decoder(payload, self.record).values()
        sequence = values[0] if values else None
        if type(sequence) is not int:
            raise Malformed("a call has no number")
        keywords = {}
        if kind == b"C" and len(values) in (3, 4):
            target = ("C", values[1], None)
            keywords = values[3] if len(values) == 4 else keywords
        elif kind == b"O" and len(values) == 4:
            target = ("O", values[2], values[1])
        elif kind == b"M" and len(values) == 4:
            target = ("M", values[2], values[1])
        else:
            raise Malformed("a call has the wrong parts")
        arguments = values[2] if kind == b"C" else values[3]
        if type(arguments) is not list or type(keywords) is not dict:
            raise Malformed("a call has no list of arguments")
        return self.call(sequence, target, arguments, keywords)

    def record(self, name, fields):
        cls = self.names.get(name)
        if not isinstance(cls, type):
            raise MissingRecord(name)
        return cls(**fields)

    def call(self, sequence, target, arguments, keywords):
        kept = arguments + list(keywords.values())
        is_changeable = any(type(argument) not in _SCALARS for argument in kept)
        before = self.encoded_arguments(kept) if is_changeable else b""
        try:
            function = self.function(target)
        except BaseException as error:
            return self.failure(sequence, error, target)
        try:
            result = function(*arguments, **keywords)
        except BaseException as error:
            return self.failure(sequence, error)
        if target[0] == "O":
            self.objects[target[2]] = result
            result = None
        return self.reply(sequence, result, kept, before)

    def reply(self, sequence, result, kept, before):
        """Returns the answer to a call that has returned; `before` is what its arguments were, if they can change."""
        try:
            room = FRAME_BYTES if self.room is None else self.room
            reply = encode(sequence, result, record_module=MODULE_NAME, room=room)
            after = self.encoded_arguments(kept, room - len(reply)) if before else b""
            reply += after if after != before else b"N"
            if self.room is not None:
                self.room -= len(reply)
            return b"R", reply
        except TooLarge:
            facts = {
                "type": "HarnessResultTooLarge",
                "message": "the result is too large",
                "stage": "call",
            }
            return b"X", encode(sequence, facts)
        except BaseException as error:
            return self.failure(sequence, error)

    def function(self, target):
        kind, name, identity = target
        if kind != "M":
            if name not in self.names:
                raise NameError("name %r is not defined" % name, name=name)
            return self.names[name]
        if identity not in self.objects:
            raise Skipped()
        return getattr(self.objects[identity], name)

    def encoded_arguments(self, arguments, room=FRAME_BYTES):
        try:
            return encode(arguments, record_module=MODULE_NAME, room=room)
        except TooLarge:
            return b"L1:X9:too large"

    def failure(self, sequence, error, target=None):
        facts = diagnostics.describe(error, "call", self.program)
        if type(error) is Skipped:
            facts["type"] = "HarnessSkipped"
            facts["message"] = "the object was not constructed"
        elif target is not None:
            facts["missing_entry"] = target[1]
        elif "line" not in facts and "callee" in facts:
            # The complaint arose in our own call: the entry point does not take these arguments.
            facts["signature_mismatch"] = True
        return b"X", encode(sequence, facts)

    def answer_rest(self, sequence, error, result, arguments, before):
        """Returns the answer to a call that the shortcut has made and cannot answer."""
        try:
            if error is not None:
                return self.failure(sequence, error)
            return self.reply(sequence, result, list(arguments), before)
        except BaseException as fault:
            if type(fault) is MemoryError:
                return b"X", b"I%d;" % sequence + _EXHAUSTED["call"]
            return self.failure(sequence, fault)

    def answer_safely(self, kind, payload):
        """Like `answer`, but turns the failure to build an argument into an answer too."""
        try:
            return self.answer(kind, payload)
        except Malformed:
            raise
        except BaseException as error:
            sequence = Decoder(payload).value(0, 0)[0]
            if type(error) is MemoryError:
                return b"X", b"I%d;" % sequence + _EXHAUSTED["call"]
            if type(error) is MissingRecord:
                name = error.args[0]
                facts = {
                    "type": "HarnessMissingRecord",
                    "message": "the record type %s is not defined" % name,
                    "stage": "call",
                    "missing_entry": name,
                }
                return b"X", encode(sequence, facts)
            return self.failure(sequence, error)


def report_to(descriptor, kind, payload):
    """Writes one frame, unless this is a process that the candidate forked."""
    if getpid() != _process:
        _exit(1)
    data = b"%b%d:%b" % (kind, len(payload), payload)
    count = _write(descriptor, data)
    if count < len(data):
        send(descriptor, data[count:])


def report_result(kind, payload):
    """Writes one frame to the result channel."""
    report_to(RESULTS, kind, payload)


def finish(kind, payload):
    """Ends the driver: output flushed, last frame written, no exit handler of the candidate run."""
    for stream in _standard:
        try:
            stream.flush()
        except BaseException:
            pass
    report_result(kind, payload)
    _exit(0)


def answer_calls(entry):
    """Mode `calls`: answers every call that descriptor 3 holds."""
    reader = FrameReader(CHANNEL)
    frames = []
    while (message := reader.next()) is not None and message[0] != b"Z":
        frames.append(message)
    program = begin(entry, report_result)
    count = 0
    if program is not None:
        answering = Answering(program, FRAME_BYTES)
        for kind, payload in frames:
            report_result(*answering.answer_safely(kind, payload))
            count += 1
    finish(b"Z", encode(count))


def report_serving(kind, payload):
    """Writes one frame to the examiner, and to the result channel what is not an answer."""
    if kind != b"A":
        report_to(CHANNEL, kind, payload)
    if kind != b"R":
        report_to(RESULTS, kind, payload)


def serve(entry):
    """Mode `serve`: answers the examiner's calls one at a time."""
    program = begin(entry, report_serving)
    count = 0
    if program is not None:
        try:
            count = answer_channel(program)
        except OSError:
            # The examiner is gone, so nobody asks any more.
            pass
    finish(b"Z", b"I%d;" % count)


def answer_channel(program):
    """Answers calls until there are no more; returns how many there were."""
    names = program.module.__dict__
    answering = reader = None
    rest = b""
    count = 0
    while True:
        half_done = None
        if _shortcut is not None:
            rest, answered, half_done = _shortcut(names, rest, _process)
            count += answered
            if rest is None:
                return count
        if answering is None:
            answering = Answering(program)
            reader = FrameReader(CHANNEL)
        reader.buffer = rest
        if half_done is not None:
            report_serving(*answering.answer_rest(*half_done))
        else:
            message = reader.next()
            if message is None or message[0] == b"Z":
                return count
            report_serving(*answering.answer_safely(*message))
        rest = reader.buffer
        count += 1
