"""Candidate and test in one process, where a test's arguments cannot cross between two.

A determined candidate can forge this mode's verdict; the harness marks it `trust: shared`.
"""

import evidence
import diagnostics
from candidate import CHANNEL, Answering, begin, finish, read_source, report_result
from diagnostics import SOURCE_NAME
from wire import BUILTINS, Decoder, FrameReader, encode

__builtins__ = BUILTINS

TEST_NAME = "test.py"


def share(entry):
    """Mode `shared`: runs the test in the candidate's own namespace, as the suite's authors do."""
    message = FrameReader(CHANNEL).next()
    nonce = Decoder(message[1]).values()[0] if message is not None and message[0] == b"N" else ""
    source = read_source(TEST_NAME).decode("utf-8-sig")
    loading = []

    def report(kind, payload):
        if kind == b"E":
            loading.append(Decoder(payload).values()[0])
        report_result(kind, payload)

    program = begin(entry, report)
    verdict = {"nonce": nonce, "calls": 0}
    if program is None:
        verdict["outcome"] = "load-failed"
        verdict["diagnostic"] = loading[0]
    else:
        verdict.update(run(program, entry, source))
    finish(b"V", encode(verdict))


def run(program, entry, source):
    """Runs the test and returns the facts of its outcome."""
    names = program.module.__dict__
    calls = 0
    last = None
    function = names[entry]

    def candidate(*arguments, **keywords):
        nonlocal calls, last
        calls += 1
        last = None
        result = function(*arguments, **keywords)
        last = (result,)
        return result

    try:
        if evidence.DIFFERENTIAL in source:
            names[evidence.DIFFERENTIAL] = evidence.differential()
        exec(compile(source, TEST_NAME, "exec", 0, True), names)
        names["check"](candidate)
    except BaseException as error:
        facts = evidence.about(error, TEST_NAME, source, {entry, "candidate"}, last)
        if passed_through(error, SOURCE_NAME):
            facts["outcome"] = "candidate-raised"
            facts["diagnostic"] = diagnostics.describe(error, "call", program)
        else:
            facts["outcome"] = "assertion" if isinstance(error, AssertionError) else "test-error"
        facts["calls"] = calls
        return facts
    return {"outcome": "passed", "calls": calls}


def passed_through(error, file):
    """Whether the error arose in code of this file or was passed on by it."""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            return True
        trace = trace.tb_next
    return False
