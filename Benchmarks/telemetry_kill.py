#!/usr/bin/env python3
"""Kills an import of telemetry at random moments and continues it; nothing may be lost or counted twice.

The same events are imported twice: once undisturbed, once with `kill -9` again and again. Afterwards every figure
and every count of both stores must be the same.
"""

import argparse
import json
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time


def run(program, *arguments):
    """What a command prints as JSON."""
    done = subprocess.run([program, *arguments, "--json"], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def contents(program, store):
    """Everything that both stores must agree on."""
    counts = run(
        program, "telemetry", "sql", "--store", store,
        "SELECT kind, count(*), sum(time % 1000003), total(latency_ms) FROM events GROUP BY kind",
    )
    quarantine = run(program, "telemetry", "quarantine", "--limit", "0", "--store", store)
    metrics = run(program, "telemetry", "metrics", "--by", "model", "--store", store)
    return {"events": counts["rows"], "quarantine": quarantine["counts"], "metrics": metrics}


def disturbed(program, events, store, kills, chance):
    """Imports with kills; returns how many there were and after how many starts the import came to its end."""
    command = [program, "telemetry", "import", events, "--store", store]
    killed = starts = 0
    while True:
        starts += 1
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if killed < kills:
            # Early and late moments alike: the import goes on where the last one died.
            time.sleep(chance.uniform(0.02, 0.6))
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
                killed += 1
        code = process.wait()
        if code == 0:
            return killed, starts
        if code != -signal.SIGKILL:
            raise SystemExit(f"error: the import ended with {code}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--evalharness", required=True)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--developers", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program = str(pathlib.Path(options.evalharness).resolve())
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        data = f"{folder}/data"
        tally = run(
            program, "telemetry", "generate", "--developers", str(options.developers), "--days", "35",
            "--seed", str(options.seed), "--out", data,
        )["counts"]
        events = f"{data}/events.ndjson"
        run(program, "telemetry", "import", events, "--store", f"{folder}/calm")
        calm = contents(program, f"{folder}/calm")
        killed = rounds = 0
        faults = []
        while killed < options.kills:
            rounds += 1
            store = f"{folder}/{rounds}"
            count, _ = disturbed(program, events, store, options.kills - killed, chance)
            killed += count
            if contents(program, store) != calm:
                faults.append(rounds)
        kept = sum(row[1] for row in calm["events"])
        if kept != tally["events"]:
            faults.append("the undisturbed import")
    print(
        f"telemetry: {killed} kills in {rounds} imports of {kept:,} events, seed {options.seed}: "
        f"{len(faults)} faults"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
