#!/usr/bin/env python3
"""Makes the synthetic sample sets v1 and v2 from the tasks and their references.

    models/generate.py            write models/v1 and models/v2
    models/generate.py --check    fail where the files differ from what would be written
    models/generate.py --prove EVALHARNESS
                                  run what is new in other languages than Python, on a machine with all of them

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

from planting import polyglot
from planting.checking import label_of
from planting.languages import EXTENSION, TYPE
from planting.plants import Plants
from planting.proofs import Proofs
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


# How well both models know a language, beside Python.
LANGUAGES = {
    "cpp": -0.1,
    "csharp": -0.2,
    "go": 0.0,
    "java": 0.1,
    "javascript": 0.2,
    "perl": -0.6,
    "php": -0.1,
    "ruby": 0.0,
    "rust": -0.4,
    "swift": -0.4,
    "typescript": 0.1,
}
# What fails in every language, once at least; the rest by these weights.
REQUIRED = [
    "hallucination.undefined-name",
    "hallucination.unknown-member",
    "hallucination.unknown-module",
    "hallucination.wrong-arity",
    "hallucination.missing-entry-point",
    "syntax.parse-error",
    "syntax.truncated",
    "syntax.type-error",
    "runtime.exception",
    "runtime.early-exit",
    "runtime.cpu-time",
    "logic.wrong-exception",
    "logic.partial",
]
OTHERS = {
    "logic.partial": 560,
    "logic.wrong-exception": 60,
    "runtime.exception": 100,
    "hallucination.undefined-name": 60,
    "hallucination.unknown-member": 60,
    "hallucination.prose": 10,
    "syntax.parse-error": 40,
    "syntax.no-code": 10,
    "syntax.truncated": 40,
    "syntax.type-error": 60,
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


def skill_for(model, task, language=None):
    """Returns the chance that a sample passes; how hard a task is in itself is shared by all models and languages."""
    shared = 1.3 * Draw("task", task.id).normal()
    own = 0.5 * Draw("task", task.id, model.name).normal()
    ability = model.skill + model.categories[task.category] + DIFFICULTY[task.difficulty] + shared + own
    if language is not None:
        ability += LANGUAGES[language] + 0.4 * Draw("task", task.id, language).normal()
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


def other_samples_of(model, tasks, language, proofs):
    """Yields the lines of a sample file in a language that is not run here: one for each task.

    What has no proof yet is asked for and left out.
    """
    sources = {task.id: polyglot.Source(task, language, HERE.parent) for task in tasks}
    draw = Draw("sample", model.name, language)
    chosen = {}
    failing_tasks = []
    for task in tasks:
        if draw.chance(skill_for(model, task, language)):
            text = sources[task.id].restyled(draw)
            if proofs.label(task, language, text) == "passed":
                chosen[task.id] = text, "passed"
            elif proofs.label(task, language, text) is not None:
                chosen[task.id] = sources[task.id].text, "passed"
        else:
            failing_tasks.append(task)
    modes = [mode for mode in REQUIRED if mode != "syntax.type-error" or language in TYPE]
    for task in draw.shuffled(failing_tasks):
        wanted = [*modes, *(draw.weighted(OTHERS) for _ in range(3)), "logic.partial", "hallucination.undefined-name"]
        for mode in wanted:
            found = proven(sources[task.id], mode, Draw("plant", model.name, language, task.id, mode), proofs)
            if found is not None:
                if mode in modes:
                    modes.remove(mode)
                chosen[task.id] = found
                break
    for task in tasks:
        if chosen.get(task.id) is not None and chosen[task.id][1] is not None:
            text, label = chosen[task.id]
            yield {"task_id": task.id, "completion_id": 0, "language": language, "solution": text, "label": label}


def all_others(tasks, proofs):
    """Returns the samples of each model in all other languages, and asks for the proofs that are missing."""
    proofs.begin()
    return {
        model.name: [
            sample for language in sorted(EXTENSION) for sample in other_samples_of(model, tasks, language, proofs)
        ]
        for model in MODELS
    }


def proven(source, mode, draw, proofs):
    """Returns a program that fails as planted, and how; without a label where that is not proved yet."""
    candidates = source.candidates(mode) if mode_fits(source.language, mode) else []
    for text in draw.shuffled(candidates)[:8]:
        label = proofs.label(source.task, source.language, text)
        if label is None:
            return text, None
        # Which of two wrong answers a slip leads to is found out; that it leads to one is the plant.
        if label == mode or mode == "logic.partial" and label.startswith("logic."):
            return text, label
        proofs.refuse(mode, label)
    return None


def mode_fits(language, mode):
    # JavaScript takes any number of arguments.
    return not (mode == "syntax.type-error" and language not in TYPE or mode.endswith("arity") and language == "javascript")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    parser.add_argument("--prove", metavar="EVALHARNESS", help="run what has no proof yet with this program")
    options = parser.parse_args()
    tasks = load_tasks(HERE.parent)
    proofs = Proofs(HERE / "planting" / "proofs.json")
    others = all_others(tasks, proofs)
    while options.prove and proofs.wanted:
        proofs.prove(options.prove)
        others = all_others(tasks, proofs)
    if proofs.wanted:
        print(f"{len(proofs.wanted)} programs have no proof: run models/generate.py --prove", file=sys.stderr)
        return 1
    if options.prove:
        proofs.save()
    pools = {task.id: Plants(task, Draw("plants", task.id)) for task in tasks}
    is_same = True
    for model in MODELS:
        samples = [*samples_of(model, tasks, pools), *others[model.name]]
        lines = [json.dumps(sample) + "\n" for sample in samples]
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
