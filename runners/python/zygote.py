"""The fork server inside the sandbox: one ready interpreter, forked for each program.

It holds nothing worth stealing: no test, no candidate, no descriptor but its own. Waiting for boxes and jobs,
confining the template of each box and reporting a child's end are the guest library's work.
"""

import ctypes
import gc
import os
import sys

import candidate
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
# What the interpreter's own allocator hands out: blocks in steps of 16 bytes up to 512, from pools of 16 KiB
# that begin with a header; anything larger comes from the C library.
SMALL_STEP = 16
SMALL_LIMIT = 512
POOL_BYTES = 16384
POOL_HEADER = 64
LARGE_SIZES = (65536, 32768, 16384, 8192, 4096, 3072, 2048, 1536, 1024, 896, 768, 704, 640, 592, 560, 528)
# A fresh block comes after a few thousand at most; an allocator of another kind must not be asked for ever.
MAXIMUM_BLOCKS = 20_000


def block_of(size):
    """Returns an object of the allocator's class for this size."""
    if size == SMALL_STEP:
        return object()
    return float(size) if size < sys.getsizeof(b"") + 1 else bytes(size - sys.getsizeof(b""))


def fill_holes():
    """Uses up the free blocks between long-lived objects, and returns what fills them.

    A child's new objects then lie side by side in fresh pages. In the holes they would lie in pages of old
    objects, each of which has to be copied first: a fifth of all page faults of a short program.
    """
    top = bytes(100_000)
    blocks = [top]
    for size in LARGE_SIZES:
        for _ in range(MAXIMUM_BLOCKS):
            blocks.append(block_of(size))
            if id(blocks[-1]) > id(top):
                break
    for size in range(SMALL_STEP, SMALL_LIMIT + 1, SMALL_STEP):
        for _ in range(MAXIMUM_BLOCKS):
            blocks.append(block_of(size))
            if id(blocks[-1]) % POOL_BYTES <= POOL_HEADER:
                break
    return blocks


def serve(path):
    """Forks a template for each box until the launcher says that there are no more."""
    guest = ctypes.PyDLL(path)
    guest.guest_argument.restype = ctypes.c_char_p
    guest.guest_shortcut.restype = ctypes.py_object
    candidate.take_shortcut(guest.guest_shortcut())
    rehearsal.rehearse(examiner)
    jobs = driver.jobs_for(("examine", "shared"))
    driver.prepare()
    run = driver.run
    gc.collect()
    filling = fill_holes()
    gc.freeze()
    while guest.guest_await_box() == 0:
        template = os.fork()
        if template == 0:
            serve_box(guest, run, jobs)
        if guest.guest_hand_over(template) != 0:
            sys.exit("zygote: the guest cannot give a box away")
    del filling


def serve_box(guest, run, jobs):
    """Confines this process, and forks one child per job until its box is not needed any more."""
    if guest.guest_enter_box() != 0:
        os._exit(FAULT)
    while (count := guest.guest_receive()) >= 0:
        arguments = [guest.guest_argument(index).decode() for index in range(count)]
        child = os.fork()
        if child == 0:
            if guest.guest_begin() != 0:
                os._exit(FAULT)
            run(arguments, jobs)
        if guest.guest_supervise(child) != 0:
            break
    os._exit(0)


if __name__ == "__main__":
    serve(os.path.join(os.path.dirname(os.path.abspath(__file__)), "libsandbox-guest.so"))
