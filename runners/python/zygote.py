"""The fork server inside the sandbox: one ready interpreter, forked for each program.

It holds nothing worth stealing: no test, no candidate, no descriptor but its own. Waiting for a job,
confining the child and reporting its end are the guest library's work.
"""

import ctypes
import gc
import os
import sys

import driver
import examiner
import rehearsal

# What programs import most, by how often generated solutions do; loading these takes longer than forking
# the few more pages they occupy.
import bisect
import collections
import copy
import dataclasses
import datetime
import decimal
import fractions
import functools
import heapq
import itertools
import json
import math
import operator
import re
import statistics
import string
import typing

FAULT = 70


def serve(path):
    """Forks one confined child per job until the launcher says that there are no more."""
    guest = ctypes.PyDLL(path)
    guest.guest_argument.restype = ctypes.c_char_p
    rehearsal.rehearse(examiner)
    jobs = driver.jobs_for(("examine", "shared"))
    driver.prepare()
    gc.collect()
    gc.freeze()
    while (count := guest.guest_receive()) >= 0:
        arguments = [guest.guest_argument(index).decode() for index in range(count)]
        child = os.fork()
        if child == 0:
            if guest.guest_confine() != 0:
                os._exit(FAULT)
            driver.run(arguments, jobs)
        if guest.guest_supervise(child) != 0:
            sys.exit("zygote: the guest cannot report a child")


if __name__ == "__main__":
    serve(os.path.join(os.path.dirname(os.path.abspath(__file__)), "libsandbox-guest.so"))
