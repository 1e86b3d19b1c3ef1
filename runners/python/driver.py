"""Runs a candidate, or a test of one, and reports plain data; runners/WIRE.md is the specification.

Started cold as `driver.py MODE ENTRYPOINT`, or forked from `zygote.py` with the same arguments. It uses only
descriptors 3 (calls or channel) and 4 (results), and the files in its working folder.
"""

# Programs find these sub-modules in place after importing only the package, as wherever much is loaded;
# cold or forked must not make a difference.
import collections.abc
import gc
import importlib.machinery
import os
import sys

gc.disable()
# A forked child would otherwise seed the generator anew from the system; here every program starts from the
# same state, so that verdicts repeat.
_register, os.register_at_fork = os.register_at_fork, lambda **hooks: None
import random

os.register_at_fork = _register

import _sitebuiltins

import candidate
from wire import BUILTINS

__builtins__ = BUILTINS

# The harness's own fault, as opposed to anything a candidate does.
FAULT = 70
SEED = 20_240_229

_MODULES = (
    "analysis",
    "candidate",
    "diagnostics",
    "driver",
    "evidence",
    "examiner",
    "rehearsal",
    "shared",
    "stream",
    "wire",
    "zygote",
)
_claim_process = candidate.claim_process
_exit = os._exit
_write = os.write


def prepare():
    """Makes the interpreter the same for every start: what `site` would add, a fixed random state."""
    builtins = sys.modules["builtins"]
    for name in ("exit", "quit"):
        setattr(builtins, name, _sitebuiltins.Quitter(name, "Ctrl-D (i.e. EOF)"))
    random.seed(SEED)
    sys.argv[:] = [candidate.SOURCE_NAME]
    folder = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [path for path in sys.path if path and os.path.abspath(path) != folder]
    # These names belong to the candidate: an import of one must not find the driver.
    for name in _MODULES + (candidate.MODULE_NAME, "test"):
        sys.modules.pop(name, None)


def run(arguments, jobs):
    """Runs one job and ends the process."""
    try:
        mode, entry = arguments
        _claim_process()
        jobs[mode](entry)
    except BaseException as error:
        try:
            _write(2, ("driver: %s: %s\n" % (type(error).__name__, error)).encode("utf-8", "replace"))
        finally:
            _exit(FAULT)


def jobs_for(modes):
    """Returns the function of each mode asked for; the examiner's code is loaded only where it is."""
    jobs = {"calls": candidate.answer_calls, "serve": candidate.serve}
    if "examine" in modes or "examine-many" in modes:
        import examiner

        jobs["examine"] = examiner.examine
        jobs["examine-many"] = examiner.examine_many
    if "shared" in modes:
        import shared

        jobs["shared"] = shared.share
    return jobs


if __name__ == "__main__":
    _arguments = sys.argv[1:]
    _jobs = jobs_for(_arguments[:1])
    prepare()
    run(_arguments, _jobs)
