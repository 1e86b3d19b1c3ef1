"""Runs a whole program that reads standard input: `stream.py` in the folder of its solution.py.

Nothing of its test is here. An error that ends the program goes to descriptor 4 as an `E` frame with its diagnostic
(runners/WIRE.md), so that it is told apart as everywhere; the exit code is Python's own.
"""

import os
import sys

import driver
import candidate
import diagnostics
from wire import BUILTINS, encode, frame, send

__builtins__ = BUILTINS

RESULTS = 4


def report(facts):
    """Reports why the program failed, and ends as Python would."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            pass
    send(RESULTS, frame(b"E", encode(facts)))
    os._exit(1)


def main():
    driver.prepare()
    # Whatever had looked itself up by its name already keeps working: this module is the program's main one.
    sys.argv[:] = [candidate.SOURCE_NAME]
    try:
        program = candidate.parse(candidate.read_source(candidate.SOURCE_NAME))
    except candidate.Loading as failure:
        report(failure.facts)
    names = program.module.__dict__
    names["__name__"] = "__main__"
    names["__file__"] = candidate.SOURCE_NAME
    names["__builtins__"] = sys.modules["builtins"]
    sys.modules["__main__"] = program.module
    driver.gc.enable()
    try:
        exec(program.code, names)
    except SystemExit:
        raise
    except BaseException as error:
        report(diagnostics.describe(error, "call", program))


if __name__ == "__main__":
    main()
