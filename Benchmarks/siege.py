"""Runs thousands of programs, one in five of them hostile, and compares the honest ones with a quiet run.

Honest programs are the built-in suite's references in Python and spoiled copies of them, each another program by a
comment. Hostile ones fork, hog, flood, crash, stop, leave early and forge. Nothing about the honest ones may change:
every verdict must be that of the run without hostile ones, nothing may be left behind, and their throughput must be at
least 0.7 of the quiet run's once the time that the hostile ones hold a slot is taken away.

Results go to results/bench/siege.json; the exit code is 1 where a promise does not hold.
"""

import argparse
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

import kill
import process_tree

ROOT = pathlib.Path(__file__).resolve().parent.parent
WANTED_RATIO = 0.7
# Tasks that only hostile programs pretend to solve, so that the honest ones' numbers are the same in both runs.
HOSTILE_TASKS = 4

HOSTILE = {
    "fork": "import os\nfor _ in range(200):\n    try: os.fork()\n    except OSError: pass\nos._exit(0)\n",
    "daemon": "import os, signal\nif os.fork() == 0:\n    os.setsid()\n    os.closerange(0, 99)\n    signal.pause()\nos._exit(0)\n",
    "memory": "held = []\nwhile True: held.append(bytearray(1 << 20))\n",
    "threads": "import threading\nwhile True: threading.Thread(target=threading.Event().wait).start()\n",
    "flood": "import os\nwhile True: os.write(1, b'x' * 65536)\n",
    "files": "for n in range(100000): open('f%d' % n, 'w').write('x' * 100)\n",
    "leave": "import os\nos._exit(0)\n",
    "exit": "import sys\nsys.exit(0)\n",
    "crash": "import ctypes\nctypes.string_at(0)\n",
    "abort": "import os\nos.abort()\n",
    "kill": "import os\nos.kill(os.getpid(), 9)\n",
    "kill-all": "import os\nos.kill(-1, 9)\nos._exit(1)\n",
    "trace": "import ctypes\nctypes.CDLL(None).ptrace(0, 0, 0, 0)\n",
    "forge": "import os\nos.write(4, b'L0:R8:I0;I14;NZ3:I1;')\nos._exit(0)\n",
    "garbage": "import os\nfor d in range(256):\n    try: os.write(d, os.urandom(999))\n    except OSError: pass\nos._exit(0)\n",
    "recursion": "import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()\n",
    "parser": "(" * 5000,
    "poison": "import builtins, json, sys\nbuiltins.len = lambda *a: 1\njson.dumps = sys.exit\nsys.modules.clear()\n",
    # Few of these: each holds its slot until a limit.
    "spin": "while True: pass\n",
    "stop": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\n",
}
SLOW = {"spin", "stop"}


class Siege:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.faults = []
        generator = random.Random(options.seed)
        references = sorted(ROOT.glob("references/core/*/python.py"))
        tasks = [path.parent.name for path in references]
        hostile = options.executions // 5
        self.honest = list(self.honest_samples(references[HOSTILE_TASKS:], options.executions - hostile))
        self.hostile = list(self.hostile_samples(tasks[:HOSTILE_TASKS], hostile, generator))

    @staticmethod
    def honest_samples(references, count):
        texts = [(path.parent.name, path.read_text()) for path in references]
        for number in range(count):
            task, text = texts[number % len(texts)]
            spoiled = "\nraise RuntimeError('spoiled')\n" if number % 3 == 0 else ""
            yield {"task_id": task, "solution": f"{text}{spoiled}\n# copy {number}\n"}

    @staticmethod
    def hostile_samples(tasks, count, generator):
        quick = sorted(set(HOSTILE) - SLOW)
        for number in range(count):
            kind = generator.choice(sorted(SLOW)) if number % 40 == 0 else generator.choice(quick)
            text = HOSTILE[kind]
            yield {"task_id": tasks[number % len(tasks)], "solution": f"# {kind} {number}\n{text}"}

    def run(self, name, samples):
        """Scores the samples; returns the store and the seconds it took."""
        file = os.path.join(self.folder, f"{name}.jsonl")
        store = os.path.join(self.folder, f"{name}.sqlite")
        with open(file, "w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(sample) + "\n" for sample in samples)
        command = [
            self.options.evalharness, "score", file, "--model", name, "--cache", "off", "--store", store,
            "--jobs", str(self.options.jobs), "--cpu-seconds", "1", "--wall-seconds", str(self.options.wall),
            "--memory-mb", "128",
        ]
        before = self.surroundings()
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        complaint = process.communicate()[1]
        seconds = time.monotonic() - started
        if process.returncode != 0:
            raise SystemExit(f"error: {' '.join(command)}\nended with code {process.returncode}\n{complaint[-2000:]}")
        for pid, what in process_tree.reap_orphans(5.0):
            self.fault(f"process {pid} ({what}) outlived the {name} run")
        for kind, now in self.surroundings().items():
            # Other harnesses of this machine have names of their own.
            for one in sorted(one for one in now - before[kind] if kind == "mount" or f"evalharness-{process.pid}-" in one):
                self.fault(f"the {name} run left the {kind} {one}")
        return store, seconds

    @staticmethod
    def surroundings():
        return {
            "mount": kill.mounts(),
            "control group": {group for group in kill.control_groups() if "evalharness-" in group},
            "file": {
                os.path.join(folder, name)
                for folder in (tempfile.gettempdir(), "/tmp", "/dev/shm", "/var/tmp")
                for name in os.listdir(folder) if name.startswith("evalharness-")
            },
        }

    def results(self, store):
        tasks = {sample["task_id"] for sample in self.honest}
        with sqlite3.connect(store) as database:
            rows = database.execute(
                "SELECT task, sampleIndex, outcome, mode, rule, casesPassed, wallSeconds, executions FROM sampleResult"
                " WHERE outcome <> 'missing'"
            ).fetchall()
        honest = {row[:2]: row[2:6] for row in rows if row[0] in tasks}
        hostile = [row[2:] for row in rows if row[0] not in tasks]
        return honest, hostile

    def lay(self):
        mixed = list(self.honest)
        generator = random.Random(self.options.seed)
        for sample in self.hostile:
            mixed.insert(generator.randrange(len(mixed) + 1), sample)
        quiet_store, quiet_seconds = self.run("quiet", self.honest)
        mixed_store, mixed_seconds = self.run("mixed", mixed)
        quiet, _ = self.results(quiet_store)
        honest, hostile = self.results(mixed_store)
        for key in sorted(quiet):
            if honest.get(key) != quiet[key]:
                self.fault(f"{key[0]} {key[1]}: {honest.get(key)} instead of {quiet[key]}")
        unjudged = [row for row in hostile if row[0] == "infrastructure-error"]
        passed = [row for row in hostile if row[0] == "passed"]
        for row in unjudged[:5] + passed[:5]:
            self.fault(f"a hostile program came to {row[:3]}")
        # A result that is doubtful is run again alone: then all slots are its.
        held = sum(row[4] * (1 / self.options.jobs + row[5] - 1) for row in hostile)
        ratio = quiet_seconds / max(mixed_seconds - held, 1e-9)
        if ratio < WANTED_RATIO:
            self.fault(f"the honest programs' throughput is {ratio:.2f} of the quiet run's")
        return {
            "executions": len(mixed), "run again alone": sum(row[5] - 1 for row in hostile), "hostile": len(hostile), "honest": len(honest),
            "wrong honest verdicts": sum(honest.get(key) != quiet[key] for key in quiet),
            "hostile that passed": len(passed), "hostile without a verdict": len(unjudged),
            "quiet seconds": round(quiet_seconds, 2), "mixed seconds": round(mixed_seconds, 2),
            "seconds that hostile ones hold the slots": round(held, 2), "throughput ratio": round(ratio, 3),
            "faults": self.faults,
        }

    def fault(self, text):
        self.faults.append(text)
        print(f"FAULT: {text}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--evalharness", required=True, help="the program")
    parser.add_argument("--executions", type=int, default=5000, help="of which one in five is hostile")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--wall", type=int, default=4, help="elapsed seconds of one program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", default=str(ROOT / "results/bench/siege.json"))
    options = parser.parse_args()
    process_tree.adopt_orphans()
    with tempfile.TemporaryDirectory() as folder:
        found = Siege(options, folder).lay()
    os.makedirs(os.path.dirname(options.output), exist_ok=True)
    pathlib.Path(options.output).write_text(json.dumps(found, indent=1) + "\n")
    for name, value in found.items():
        if name != "faults":
            print(f"{name:>42}  {value}")
    sys.exit(1 if found["faults"] else 0)


if __name__ == "__main__":
    main()
