"""Kills the main process at random moments, resumes each time, and compares with an undisturbed run.

The moments are drawn by a seed. After each kill nothing of the run may live on: no process, no mount, no
control group. At the end the table must be the undisturbed run's and no sample may have been judged twice.
The exit code is 1 where something is not as it should be.
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

import humaneval_set
import process_tree

ROOT = pathlib.Path(__file__).resolve().parent.parent
# How long the launchers may take to notice that the main process is gone.
PATIENCE = 5.0


class Torture:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.random = random.Random(options.seed)
        self.suite = humaneval_set.find_suite(options.suite)
        self.samples = os.path.join(folder, "samples.jsonl")
        self.planned = humaneval_set.write_samples(
            self.samples, humaneval_set.read_suite(self.suite), options.copies, spoiled=options.copies * 7
        )
        self.temporary = os.path.join(folder, "tmp")
        os.mkdir(self.temporary)
        self.environment = dict(os.environ, TMPDIR=self.temporary)
        self.kills = 0
        self.faults = []

    def score(self, store):
        return [
            self.options.evalharness, "score", self.samples, "--suite", self.suite, "--model", "torture",
            "--cache", "off", "--jobs", str(self.options.jobs), "--store", store,
        ]

    def resume(self, store):
        return [self.options.evalharness, "resume", "--jobs", str(self.options.jobs), "--store", store]

    def undisturbed(self):
        """The table and the results of a run that nobody disturbs, and how long it takes."""
        store = os.path.join(self.folder, "undisturbed.sqlite")
        started = time.monotonic()
        self.finish(self.score(store))
        return self.table(store), self.results(store), time.monotonic() - started

    def disturbed(self, number, seconds):
        """Kills one run until it ends before its next moment comes; returns its store."""
        store = os.path.join(self.folder, f"disturbed-{number}.sqlite")
        while True:
            command = self.resume(store) if self.has_run(store) else self.score(store)
            if self.kills == self.options.kills:
                self.finish(command)
                return store
            process = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment
            )
            # Twice the mean share, so that the run lives through about all the kills.
            moment = self.random.uniform(0, 2 * seconds / self.options.kills)
            try:
                process.wait(timeout=moment)
            except subprocess.TimeoutExpired:
                process_tree.kill_hard(process)
                self.kills += 1
                self.look_for_remains(moment, store)
                continue
            if process.returncode != 0:
                self.fault(f"{' '.join(command[1:3])} ended with code {process.returncode}")
            return store

    def look_for_remains(self, moment, store):
        survivors = process_tree.reap_orphans(PATIENCE)
        print(
            f"kill {self.kills:>2} after {moment * 1000:5.0f} ms: {self.count(store):>6,} results stored,"
            f" {len(survivors)} processes left",
            file=sys.stderr,
        )
        for pid, name in survivors:
            self.fault(f"process {pid} ({name}) outlived kill {self.kills}")

    def finish(self, command):
        ended = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.environment
        )
        if ended.returncode != 0:
            raise SystemExit(f"error: {' '.join(command)}\nended with code {ended.returncode}\n{ended.stderr[-2000:]}")

    def has_run(self, store):
        return self.query(store, "SELECT count(*) FROM run", 0) > 0

    def count(self, store):
        return self.query(store, "SELECT count(*) FROM result", 0)

    def query(self, store, statement, otherwise):
        """One number; the other one where a kill came before the file or its tables were made."""
        if not os.path.exists(store):
            return otherwise
        try:
            with sqlite3.connect(store, timeout=5) as database:
                return database.execute(statement).fetchone()[0]
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                return otherwise
            raise

    def table(self, store):
        """The summary, without the one line in which two equal runs differ: its id and times."""
        command = [self.options.evalharness, "runs", "show", "latest", "--store", store]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return "\n".join(line for line in text.splitlines() if not line.startswith("run r-")).rstrip()

    def results(self, store):
        """The verdict of every sample, and the samples that have not exactly one."""
        with sqlite3.connect(store) as database:
            verdicts = database.execute(
                "SELECT task, language, sampleIndex, outcome, mode, rule, casesPassed, casesTotal"
                " FROM sampleResult ORDER BY 1, 2, 3"
            ).fetchall()
            twice = database.execute(
                "SELECT count(*) FROM sample WHERE 1 <> (SELECT count(*) FROM result WHERE sampleID = sample.id)"
            ).fetchone()[0]
            runs = database.execute("SELECT count(*) FROM run").fetchone()[0]
            whole = database.execute("PRAGMA integrity_check").fetchone()[0]
        return {"verdicts": verdicts, "not exactly once": twice, "runs": runs, "integrity": whole}

    def compare(self, store, table, results):
        found = self.results(store)
        for what in results:
            if found[what] != results[what]:
                shown = "" if what == "verdicts" else f": {found[what]} instead of {results[what]}"
                self.fault(f"{what} of the disturbed run differ{shown}")
        if self.table(store) != table:
            self.fault("the table of the disturbed run differs:\n" + self.table(store) + "\ninstead of\n" + table)

    def fault(self, text):
        self.faults.append(text)
        print(f"FAULT: {text}", file=sys.stderr)


def mounts():
    """The mounts of this namespace, without their ids."""
    with open("/proc/self/mountinfo") as file:
        return {" ".join(line.split()[3:5]) for line in file}


def control_groups():
    return {folder for folder, _, _ in os.walk("/sys/fs/cgroup")}


def settled(look, before):
    """What is there now and was not before, once it no longer changes for the better."""
    deadline = time.monotonic() + PATIENCE
    while (added := look() - before) and time.monotonic() < deadline:
        time.sleep(0.1)
    return added


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--evalharness", default=str(ROOT / ".build/release/evalharness"))
    parser.add_argument("--suite", help="HumanEval.jsonl.gz (default: found beside the checkout)")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--copies", type=int, default=20, help="copies of each canonical solution (default 20)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", default=str(ROOT / "results/bench"))
    options = parser.parse_args()

    process_tree.adopt_orphans()
    mounts_before, groups_before = mounts(), control_groups()
    with tempfile.TemporaryDirectory() as folder:
        torture = Torture(options, folder)
        table, results, seconds = torture.undisturbed()
        print(f"undisturbed: {torture.planned:,} samples in {seconds:.1f} s", file=sys.stderr)
        number = 0
        while torture.kills < options.kills:
            torture.compare(torture.disturbed(number, seconds), table, results)
            number += 1
        for name, added in (
            ("mount", settled(mounts, mounts_before)),
            ("control group", settled(control_groups, groups_before)),
            ("temporary file", set(os.listdir(torture.temporary))),
        ):
            for item in sorted(added):
                torture.fault(f"{name} left over: {item}")
    print(table)
    print(
        f"\n{torture.kills} kills in {number} runs, {torture.planned:,} samples each, seed {options.seed}:"
        f" {len(torture.faults)} faults"
    )
    output = pathlib.Path(options.output)
    output.mkdir(parents=True, exist_ok=True)
    document = {
        "schema": "evalharness/torture@1", "samples": torture.planned, "jobs": options.jobs, "seed": options.seed,
        "kills": torture.kills, "runs": number, "faults": torture.faults,
    }
    (output / "torture.json").write_text(json.dumps(document, indent=2) + "\n")
    sys.exit(1 if torture.faults else 0)


if __name__ == "__main__":
    main()
