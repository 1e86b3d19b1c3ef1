#!/usr/bin/env python3
"""Makes the synthetic sample sets v1 and v2 from the tasks and their references.

    models/generate.py            write models/v1 and models/v2
    models/generate.py --check    fail where the files differ from what would be written

Needs Python 3.10 or newer and PyYAML (Debian and Ubuntu: apt-get install python3-yaml).
The same seed gives the same bytes.
"""

import argparse
import hashlib
import json
import math
import os
import sys
from pathlib import Path

from planting.checking import label_of
from planting.plants import Plants
from planting.style import restyle
from planting.tasks import load_tasks

SEED = 20240229
SAMPLES = 10
HERE = Path(__file__).resolve().parent

DIFFICULTY = {"easy": 1.1, "medium": 0.0, "hard": -1.2}
# Chance of each failure mode among the failing samples, in parts of a thousand.
MODES = {
    "v1": {
        "logic.partial": 330,
        "logic.wrong-value": 40,
        "logic.wrong-type": 45,
        "logic.wrong-exception": 80,
        "logic.mutated-argument": 5,
        "runtime.exception": 165,
        "runtime.cpu-time": 30,
        "runtime.early-exit": 20,
        "runtime.memory": 10,
        "syntax.parse-error": 60,
        "syntax.truncated": 50,
        "syntax.no-code": 12,
        "hallucination.undefined-name": 55,
        "hallucination.unknown-module": 25,
        "hallucination.unknown-member": 45,
        "hallucination.wrong-arity": 18,
        "hallucination.missing-entry-point": 18,
        "hallucination.prose": 12,
    },
    "v2": {
        "logic.partial": 430,
        "logic.wrong-value": 35,
        "logic.wrong-type": 35,
        "logic.wrong-exception": 120,
        "logic.mutated-argument": 5,
        "runtime.exception": 150,
        "runtime.cpu-time": 25,
        "runtime.early-exit": 12,
        "runtime.memory": 8,
        "syntax.parse-error": 25,
        "syntax.truncated": 35,
        "syntax.no-code": 6,
        "hallucination.undefined-name": 30,
        "hallucination.unknown-module": 15,
        "hallucination.unknown-member": 45,
        "hallucination.wrong-arity": 20,
        "hallucination.missing-entry-point": 12,
        "hallucination.prose": 6,
    },
}


class Model:
    """What sets one synthetic model apart."""

    def __init__(self, name, skill, categories, endless, style):
        self.name = name
        self.skill = skill
        self.categories = categories
        # Endless loops cost a whole limit of CPU time each, so their number is bounded.
        self.endless = endless
        self.style = style


MODELS = [
    Model(
        "v1",
        -0.25,
        {"control-flow": 0.35, "data-structures": -0.1, "algorithms": 0.1, "strings": -0.45, "api-design": 0.0},
        8,
        0.35,
    ),
    Model(
        "v2",
        0.6,
        {"control-flow": 0.3, "data-structures": 0.3, "algorithms": 0.2, "strings": -0.1, "api-design": -0.35},
        5,
        0.25,
    ),
]


class Draw:
    """A source of choices that depends on its name only, not on the version of Python."""

    def __init__(self, *name):
        self.name = "/".join(map(str, (SEED, *name)))
        self.count = 0

    def fraction(self):
        self.count += 1
        digest = hashlib.sha256(f"{self.name}#{self.count}".encode()).digest()
        return int.from_bytes(digest[:6], "big") / 2**48

    def chance(self, probability):
        return self.fraction() < probability

    def pick(self, items):
        return items[int(self.fraction() * len(items))]

    def shuffled(self, items):
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = int(self.fraction() * (last + 1))
            items[last], items[other] = items[other], items[last]
        return items

    def normal(self):
        """Returns a draw that is nearly normal: the sum of twelve uniform ones."""
        return sum(self.fraction() for _ in range(12)) - 6

    def weighted(self, weights):
        place = self.fraction() * sum(weights.values())
        for item, weight in weights.items():
            place -= weight
            if place < 0:
                return item
        return item


def skill_for(model, task):
    """Returns the chance that a sample passes; how hard a task is in itself is shared by all models."""
    shared = 1.3 * Draw("task", task.id).normal()
    own = 0.5 * Draw("task", task.id, model.name).normal()
    ability = model.skill + model.categories[task.category] + DIFFICULTY[task.difficulty] + shared + own
    return 1 / (1 + math.exp(-ability))


def passing(task, model, draw):
    """Returns a right program, some of them the reference itself."""
    for _ in range(20):
        text = restyle(task.reference, draw, model.style)
        if label_of(task, text) == "passed":
            return text
    return task.reference


def failing(task, model, plants, draw, counts):
    """Returns a wrong program and its label."""
    while True:
        mode = draw.weighted(MODES[model.name])
        if mode == "runtime.cpu-time" and counts.get(mode, 0) >= model.endless:
            continue
        text = plants.make(mode, draw)
        if text is None:
            continue
        if mode.startswith(("logic.", "runtime.exception", "hallucination.un", "hallucination.wrong")):
            styled = restyle(text, draw, model.style)
            if label_of(task, styled) == mode:
                text = styled
        counts[mode] = counts.get(mode, 0) + 1
        return text, mode


def samples_of(model, tasks, pools):
    """Yields the lines of a sample file."""
    counts = {}
    for task in tasks:
        chance = skill_for(model, task)
        draw = Draw("sample", model.name, task.id)
        for number in range(SAMPLES):
            if draw.chance(chance):
                text, label = passing(task, model, draw), "passed"
            else:
                text, label = failing(task, model, pools[task.id], draw, counts)
            yield {"task_id": task.id, "completion_id": number, "solution": text, "label": label}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args()
    tasks = load_tasks(HERE.parent)
    pools = {task.id: Plants(task, Draw("plants", task.id)) for task in tasks}
    is_same = True
    for model in MODELS:
        lines = [json.dumps(sample) + "\n" for sample in samples_of(model, tasks, pools)]
        file = HERE / model.name / "samples.jsonl"
        text = "".join(lines).encode()
        if not options.check:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(text)
        elif not file.is_file() or file.read_bytes() != text:
            print(f"{file.relative_to(HERE.parent)}: not what the generator writes", file=sys.stderr)
            is_same = False
    return 0 if is_same else 1


if __name__ == "__main__":
    # As where samples are judged: some wrong programs depend on the order of sets of texts.
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    sys.exit(main())
