"""Makes programs that fail in a given way."""

import ast
import re

from . import edits
from .checking import label_of
from .edits import Edit, Program

INVENTED_MODULES = [
    "import intervalkit",
    "from textsplitlib import smart_split",
    "import algohelpers as helpers",
    "from collections.ordered import OrderedList",
    "from pystructures import FastQueue",
    "import numberguard",
    "from validationkit import check_arguments",
    "import unicodetools",
    "from safemath64 import checked_add",
    "import graphwalker_lite",
]
PROSE = [
    "To solve this problem we first look at the arguments and reject whatever is not allowed. Then we go\n"
    "through the input once and keep the best answer so far. The edge cases are the empty input and\n"
    "duplicates, which both need special care.\n",
    "I am sorry, but I cannot write this program without more information about the expected input.\n"
    "Could you tell me which errors should be reported, and in which order?\n",
    "Here is how the approach works.\n\n"
    "First, the input is validated. Next, the state is updated step by step. Finally, the answer is\n"
    "returned to the caller. The running time is linear and the memory is constant.\n",
    "The idea is simple. Keep two collections, one for what has been seen and one for what is still open.\n"
    "Every step moves one element from the second to the first until nothing is left.\n",
]
WITHOUT_CODE = [
    "# TODO: implement\n",
    "```python\n```\n",
    "\n# The solution goes here.\n\n",
    "# Your code here\n#\n",
]
ENDLESS = [
    ["while True:", "    pass"],
    ["attempt = 0", "while attempt < 10:", "    retries = attempt + 1"],
    ["done = False", "while not done:", "    continue"],
]
GREEDY = [
    ["table = [0] * (1 << 28)"],
    ["seen = [False] * 2**28"],
    ['padding = "x" * (1 << 31)'],
]
QUITTERS = [
    ["import sys", "sys.exit(0)"],
    ["import os", "os._exit(0)"],
    ['raise SystemExit("nothing to do")'],
    ["exit()"],
]


class Plants:
    """The failing programs of one task, by failure mode, each found out by running it."""

    SLIPS = 90

    def __init__(self, task, draw):
        self.task = task
        self.pools = {}
        self.used = set()
        program = Program(task.reference)
        candidates = draw.shuffled(distinct(edits.slips(program), task.reference))[: self.SLIPS]
        for text in candidates:
            label = label_of(task, text)
            # Endless slips are left out: each would cost a whole limit of CPU time.
            if label in ("runtime.exception",) or (label or "").startswith("logic."):
                self.pools.setdefault(label, []).append(text)

    def make(self, mode, draw):
        """Returns a program that fails in this mode, or None where there is none."""
        if mode in ("runtime.exception",) or mode.startswith("logic."):
            pool = self.pools.get(mode, [])
            fresh = [text for text in pool if text not in self.used] or pool
            if not fresh:
                return None
            text = draw.pick(fresh)
            self.used.add(text)
            return text
        source = self.task.reference
        if mode == "hallucination.prose":
            return draw.pick(PROSE)
        if mode == "syntax.no-code":
            return draw.pick(WITHOUT_CODE)
        if mode == "syntax.truncated":
            return truncated(source, draw)
        if mode == "syntax.parse-error":
            return misspelt(source, draw)
        for text in draw.shuffled(self.candidates(mode))[:12]:
            if label_of(self.task, text) == mode:
                return text
        return None

    def candidates(self, mode):
        source = self.task.reference
        program = Program(source)
        if mode == "hallucination.undefined-name":
            return distinct(edits.invented_names(program), source)
        if mode == "hallucination.unknown-member":
            return distinct(edits.invented_members(program), source)
        if mode == "hallucination.wrong-arity":
            return distinct(edits.wrong_arities(program), source)
        if mode == "hallucination.unknown-module":
            return [line + "\n" + source for line in INVENTED_MODULES]
        if mode == "hallucination.missing-entry-point":
            return renamed_entries(self.task)
        lines = {"runtime.cpu-time": ENDLESS, "runtime.memory": GREEDY, "runtime.early-exit": QUITTERS}[mode]
        found = []
        for function in program.functions():
            for statement in (program.first_statement(function), function.body[-1]):
                found += [edits.insert_before(program, statement, block) for block in lines]
        return distinct(found, source)


def distinct(found, source):
    """Applies each edit; texts that do not parse, and repetitions, are dropped."""
    texts = []
    for edit in found:
        text = edit.apply(source)
        if text == source or text in texts:
            continue
        try:
            ast.parse(text)
        except SyntaxError:
            continue
        texts.append(text)
    return texts


def renamed_entries(task):
    """Returns programs whose function, class or method has another name than was asked for."""
    names = [task.entry, *task.methods]
    texts = []
    for name in names:
        first, *rest = name.split("_")
        camel = first + "".join(part.capitalize() for part in rest)
        others = {camel, name + "_impl", "solve" if not task.is_object else name + "Impl", "compute_" + name}
        for other in sorted(others - {name}):
            if name in task.methods:
                texts.append(re.sub(r"\b(def |self\.)%s\b" % name, lambda match: match[1] + other, task.reference))
            else:
                texts.append(re.sub(r"\b%s\b" % name, other, task.reference))
    return [text for text in texts if text != task.reference]


def truncated(source, draw):
    """Cuts the source inside a bracket, past its middle, as a limit of tokens would."""
    places = []
    depth = 0
    for offset, symbol in enumerate(source):
        depth += (symbol in "([{") - (symbol in ")]}")
        if depth > 0 and symbol in "([{, " and offset > len(source) // 2:
            places.append(offset + 1)
    for place in draw.shuffled(places):
        text = source[:place]
        if is_unclosed(text):
            return text
    return None


def is_unclosed(text):
    """Whether closing brackets are all that is missing: what comes before is good."""
    stack = []
    line = text.rsplit("\n", 1)[-1]
    if line.count('"') % 2 or "#" in line:
        return False
    for symbol in text:
        if symbol in "([{":
            stack.append({"(": ")", "[": "]", "{": "}"}[symbol])
        elif symbol in ")]}" and stack:
            stack.pop()
    for filler in ("", "x", "x in x"):
        for tail in ("", ":\n" + " " * (len(line) - len(line.lstrip()) + 4) + "pass", "\n" + " " * 4 + "pass"):
            try:
                ast.parse(text + filler + "".join(reversed(stack)) + tail)
                return bool(stack)
            except SyntaxError:
                continue
    return False


def misspelt(source, draw):
    """Breaks the grammar somewhere before the last lines."""
    places = []
    limit = len(source) * 3 // 4
    for pattern, new in (
        (r"(?<=\)):\n", "\n"),
        (r" -> [^\n]*:\n", "\n"),
        (r"\bdef ", "function "),
        (r"\bif not\b", "if !"),
        (r" and ", " && "),
        (r" \+= 1\n", "++\n"),
        (r"\belif ", "else if "),
        (r"\bNone\n", "None;;\n"),
        (r" == ", " === "),
        (r"\breturn ", "return = "),
        (r"\n    (?=\w)", "\n      \t "),
    ):
        places += [(match.start(), match.end(), new) for match in re.finditer(pattern, source)]
    for start, end, new in draw.shuffled([place for place in places if place[0] < limit]):
        text = Edit(start, end, new).apply(source)
        try:
            ast.parse(text)
        except SyntaxError as error:
            if error.lineno is not None and error.lineno < text.rstrip().count("\n"):
                return text
    return None
