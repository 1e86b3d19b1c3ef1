"""Scores 16,400 samples in one run and watches the memory of the main process and the cost of each sample.

The samples are every HumanEval canonical solution a hundred times, each another program by a comment.
Results go to results/bench/memory.json; the exit code is 1 where a promise does not hold.
"""

import argparse
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

import humaneval_set
import process_tree

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEAK_LIMIT = 300 * 1000 * 1000
# How much dearer the last thousand may be than the first before the cost no longer counts as flat.
FLAT_LIMIT = 1.25
SEGMENT = 1000


class Watch:
    """Follows a run from outside: its memory, and how much time each number of results has taken."""

    def __init__(self, process, store):
        self.process = process
        self.store = store
        self.peak = 0
        self.marks = []

    def look(self):
        self.peak = max(self.peak, process_tree.peak_resident_bytes(self.process.pid) or 0)
        done = self.results()
        cpu = sum(process_tree.cpu_seconds(pid) for pid, _ in process_tree.descendants())
        self.marks.append((done, time.monotonic(), cpu))

    def results(self):
        # Read only, so that watching cannot lock the run out; the file is not there at first.
        try:
            with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True, timeout=1) as database:
                return database.execute("SELECT count(*) FROM result").fetchone()[0]
        except sqlite3.OperationalError:
            return 0

    def cost(self, first, last):
        """Elapsed and CPU seconds per sample between two numbers of results, as near as they were seen."""
        inside = [mark for mark in self.marks if first <= mark[0] <= last]
        if len(inside) < 2 or inside[0][0] == inside[-1][0]:
            raise SystemExit(f"error: the run was too quick to be watched between results {first} and {last}")
        samples = inside[-1][0] - inside[0][0]
        return {
            "wall": (inside[-1][1] - inside[0][1]) / samples,
            "cpu": (inside[-1][2] - inside[0][2]) / samples,
            "from": inside[0][0], "to": inside[-1][0],
        }


def programs_cpu(store, first, last):
    """CPU seconds per sample that the programs themselves used, for the results of these numbers."""
    with sqlite3.connect(store) as database:
        query = "SELECT avg(cpuMicroseconds) FROM (SELECT * FROM result ORDER BY id LIMIT ? OFFSET ?)"
        return database.execute(query, (last - first, first)).fetchone()[0] / 1e6


def completeness(store):
    """Samples, samples with exactly one result, and passed ones."""
    with sqlite3.connect(store) as database:
        samples = database.execute("SELECT count(*) FROM sample").fetchone()[0]
        once = database.execute(
            "SELECT count(*) FROM (SELECT sampleID FROM result GROUP BY sampleID HAVING count(*) = 1)"
        ).fetchone()[0]
        passed = database.execute("SELECT count(*) FROM result WHERE outcome = 'passed'").fetchone()[0]
        whole = database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return samples, once, passed, whole


def run(options, folder):
    samples = os.path.join(folder, "samples.jsonl")
    store = os.path.join(folder, "memory.sqlite")
    suite = humaneval_set.find_suite(options.suite)
    planned = humaneval_set.write_samples(samples, humaneval_set.read_suite(suite), options.copies)
    command = [
        options.evalharness, "score", samples, "--suite", suite, "--model", "memory", "--cache", "off",
        "--jobs", str(options.jobs), "--store", store, "--json",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    watch = Watch(process, store)
    while process.poll() is None:
        watch.look()
        time.sleep(0.1)
    output = process.stdout.read()
    if process.returncode != 0:
        raise SystemExit(f"error: evalharness ended with code {process.returncode}\n{output.decode()[:2000]}")

    segments = {}
    for name, first in (("first", 0), ("last", planned - SEGMENT)):
        cost = watch.cost(first, first + SEGMENT)
        cost["programs"] = programs_cpu(store, cost["from"], cost["to"])
        # What the programs use depends on the task; what remains is the harness's own.
        cost["own"] = cost["cpu"] - cost["programs"]
        segments[name] = cost
    return planned, watch.peak, completeness(store), segments


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--evalharness", default=str(ROOT / ".build/release/evalharness"))
    parser.add_argument("--suite", help="HumanEval.jsonl.gz (default: found beside the checkout)")
    parser.add_argument("--copies", type=int, default=100, help="copies of each canonical solution (default 100)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--output", default=str(ROOT / "results/bench"))
    options = parser.parse_args()

    process_tree.adopt_orphans()
    with tempfile.TemporaryDirectory() as folder:
        planned, peak, (samples, once, passed, whole), segments = run(options, folder)
    ratio = segments["last"]["own"] / segments["first"]["own"]
    promises = [
        (f"peak resident memory of the main process {peak / 1e6:.0f} MB (wanted: under 300)", peak < PEAK_LIMIT),
        (
            f"{samples:,} samples stored, {once:,} with exactly one result, {passed:,} passed,"
            f" database {'whole' if whole else 'DAMAGED'} (wanted: {planned:,} of each)",
            whole and samples == once == passed == planned,
        ),
        (
            f"the harness's own CPU a sample, last thousand over first: {ratio:.2f} (wanted: at most {FLAT_LIMIT})",
            ratio <= FLAT_LIMIT,
        ),
    ]
    print(f"{'ms a sample':<16}{'elapsed':>10}{'CPU':>10}{'programs':>10}{'own':>10}")
    for name, cost in segments.items():
        cells = "".join(f"{cost[key] * 1000:>10.2f}" for key in ("wall", "cpu", "programs", "own"))
        print(f"{name + ' thousand':<16}{cells}")
    print()
    for text, holds in promises:
        print(f"{'holds         ' if holds else 'DOES NOT HOLD '}{text}")

    output = pathlib.Path(options.output)
    output.mkdir(parents=True, exist_ok=True)
    document = {
        "schema": "evalharness/memory@1", "samples": planned, "jobs": options.jobs, "peak_bytes": peak,
        "segments": segments, "promises": [{"text": text, "holds": holds} for text, holds in promises],
    }
    (output / "memory.json").write_text(json.dumps(document, indent=2) + "\n")
    sys.exit(0 if all(holds for _, holds in promises) else 1)


if __name__ == "__main__":
    main()
