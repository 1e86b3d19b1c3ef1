"""Runs the drivers once in the fork server, before the first fork.

The interpreter adapts code to what it sees and fills caches on first use. Done here, that happens once;
done in a forked child, it happens every time, in memory that has to be copied first.
"""

import gc

import candidate
import diagnostics
from wire import BUILTINS, Decoder, encode

__builtins__ = BUILTINS

ROUNDS = 8

PROGRAM = '''
from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple
import collections
import math


@dataclass
class Point:
    x: int
    y: float = 0.0


class Store:
    """Keeps values."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.content = {}

    def put(self, key, *rest, **options):
        while len(self.content) >= self.limit:
            self.content.popitem()
        self.content[key] = rest
        return self


def entry(numbers: List[float], threshold: float = 0.5) -> bool:
    """Tells whether two numbers are close.
    >>> entry([1.0, 2.0], 0.5)
    False
    """
    numbers = sorted(set(numbers), key=lambda value: -value)
    text = "".join(str(value) + f"{threshold:.2f}" for value in numbers if value != 0)
    counts: Dict[str, int] = {}
    for index, (left, right) in enumerate(zip(numbers[:-1], numbers[1:])):
        if abs(left - right) < threshold and not text.startswith("x") or index % 2 == 1:
            counts[text] = counts.get(text, 0) + 1
        elif math.sqrt(left ** 2) > 1e3:
            break
        else:
            continue
    try:
        result = [[row // 2, col] for row in range(3) for col in (1, 2) if row <= col]
        result.append(numbers[100])
    except (IndexError, ValueError) as error:
        return len(result) > 5 if counts else True
    finally:
        text += "y" * 2
    return None
'''

TEST = '''
METADATA = {"author": "nobody", "dataset": "test"}


def check(candidate):
    assert candidate([1.0, 2.0, 3.9], 0.3) == True
    assert candidate([1, -2], threshold=0.05) == True, "a message"
    assert all(abs(x - y) < 1e-6 for x, y in zip([candidate([])], [1.0]))
    assert candidate(["a"]) != [{"a": 1}, (2, None)]
'''


def rehearse(examiner):
    """Goes through every step of an ordinary job; writes to no descriptor."""
    for _ in range(ROUNDS):
        program = candidate.parse(PROGRAM.encode())
        candidate.enter(program)
        candidate.load(program, "entry")
        answering = candidate.Answering(program)
        answering.answer_safely(b"C", encode(1, "entry", [[1.0, 2.5, -3], 0.25]))
        answering.answer_safely(b"C", encode(2, "entry", [["a", None, True, (1, {"k": {2}})]]))
        answering.answer_safely(b"O", encode(3, 1, "Store", [2]))
        answering.answer_safely(b"M", encode(4, 1, "put", ["key", [1, 2]]))
        stub = program.module.entry

        def ask(*arguments):
            payload = encode(0, "entry", list(arguments), strict=True)
            return Decoder(answering.answer_safely(b"C", payload)[1], None, repr).values()[1]

        test = examiner.Test("entry", stub, TEST, "def entry(numbers):\n    pass\n")
        test.prepare()
        try:
            test.check()
            ask([1.0, 2.0])
        except Exception as error:
            diagnostics.describe(error, "call", program)
    gc.disable()
