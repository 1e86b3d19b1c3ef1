"""Compares the CPU time of `evalharness score` with that of the bare tools, for each compiled language.

Both take the same programs in turn, several rounds: the bare tools compile each program and run it once on its
input; evalharness compiles it in its sandbox and runs it once on the same input. Ratios are taken within a round, so
that a busy machine weighs on both. A second run of the same samples then shows what the caches save, its start included. Every program is
new in its round. What is made once per toolchain (precompiled headers, the driver's objects) is made before, as is
Go's own build cache. Results go to results/bench/languages.json.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import sys
import tempfile

import compare
import process_tree
from languages_set import INPUT, LANGUAGES, answer

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A second run must be this many times faster.
CACHED = 20


def write_set(folder, language, keys, spoiled=False):
    """Writes a suite with one problem for each key, and a sample for each; returns their files."""
    suite, samples = folder / "suite.jsonl", folder / "samples.jsonl"
    problems, answers = [], []
    for key in keys:
        expected = answer(key + 1 if spoiled else key)
        problems.append({"id": f"squares-{key}", "question": "", "inputs": [INPUT], "outputs": [expected]})
        answers.append({"task_id": f"squares-{key}", "language": language.name, "solution": language.program(key)})
    for file, rows in ((suite, problems), (samples, answers)):
        file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return suite, samples


def score(options, folder, language, keys, passed, cached=False, spoiled=False):
    """Runs evalharness on the programs of some keys; returns what it cost, once it says that all have passed."""
    suite, samples = write_set(folder, language, keys, spoiled)
    command = [
        options.evalharness, "score", str(samples), "--suite", str(suite), "--model", "bench", "--jobs", "1",
        "--language", language.name, "--require-level", options.level, "--store", str(folder / "bench.sqlite"),
        "--json", "--quiet", "--cache", "on" if cached else "refresh",
    ]
    environment = dict(os.environ, EVALHARNESS_CACHE_DIR=str(options.cache))
    measured = process_tree.measure(command, environment)
    compare.expect(f"evalharness on {language.name}", measured, lambda text: json.loads(text)["counts"]["passed"], passed)
    return measured


def bare(language, folder, keys):
    """Compiles and runs the programs with the bare tools; returns what it cost."""
    script = ["set -e"]
    for key in keys:
        place = folder / f"bare-{key}"
        place.mkdir()
        (place / language.file).write_text(language.program(key))
        (place / "input").write_text(INPUT)
        (place / "expected").write_text(answer(key))
        quoted = " ".join(language.compile), " ".join(language.run)
        script.append(f"cd {place}; {quoted[0]} >messages 2>&1; {quoted[1]} <input >output; cmp output expected")
    measured = process_tree.measure(["/bin/sh", "-c", "\n".join(script)])
    if measured.status != 0:
        raise SystemExit(f"error: the bare tools of {language.name} failed on a right program\n{measured.output[:500]}")
    return measured


def is_there(language):
    return all(shutil.which(command[0]) for command in (language.compile, language.run) if "/" not in command[0])


def compare_language(options, language):
    """Runs all rounds of one language; returns its row."""
    rounds = []
    next_key = 1_000
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        # What is made once, and both must tell a wrong program.
        score(options, folder, language, [1], 1)
        score(options, folder, language, [2], 0, spoiled=True)
        one = bare(language, folder, [3]).cpu
        count = max(4, min(40, int(options.seconds / options.rounds / 2 / max(one, 0.01))))
        for number in range(options.rounds):
            keys = range(next_key, next_key + count)
            next_key += count
            (folder / "bench.sqlite").unlink(missing_ok=True)
            ours = score(options, folder, language, keys, count)
            again = score(options, folder, language, keys, count, cached=True)
            theirs = bare(language, folder, keys)
            rounds.append({"evalharness": ours.cpu, "bare": theirs.cpu, "again": again.cpu})
            print(
                f"{language.name} round {number + 1} of {options.rounds}: {count} programs, CPU "
                f"{ours.cpu:.2f} s against {theirs.cpu:.2f} s; the second time {again.cpu:.2f} s",
                file=sys.stderr,
            )
    ratios = [row["evalharness"] / row["bare"] for row in rounds]
    savings = [row["evalharness"] / row["again"] for row in rounds]
    return {
        "language": language.name, "programs": count, "wanted": language.wanted, "rounds": rounds,
        "median": statistics.median(ratios), "low": min(ratios), "high": max(ratios),
        "cpu_ms": statistics.median(row["evalharness"] for row in rounds) / count * 1000,
        "cached": statistics.median(savings),
        "holds": statistics.median(ratios) <= language.wanted,
        "cached_holds": statistics.median(savings) >= CACHED,
    }


def report(rows, missing):
    print("CPU time per sample against the bare tools on the same programs; medians of rounds in turn\n")
    print(f"{'':<12}{'programs':>9}{'CPU ms':>9}{'times bare':>12}{'':>16}{'wanted':>9}{'':>16}{'again':>9}")
    for row in rows:
        word = "holds" if row["holds"] else "DOES NOT HOLD"
        saved = "" if row["cached_holds"] else "  (wanted: 20×)"
        spread = f"[{row['low']:.2f}, {row['high']:.2f}]"
        print(
            f"{row['language']:<12}{row['programs']:>9}{row['cpu_ms']:>9.0f}{row['median']:>12.2f}{spread:>16}"
            f"{'≤ ' + format(row['wanted'], '.2f'):>9}{word:>16}{row['cached']:>8.0f}×{saved}"
        )
    if missing:
        print(f"\nnot installed: {', '.join(missing)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--evalharness", default=str(ROOT / ".build/release/evalharness"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=30, help="CPU seconds per language, about (default 30)")
    parser.add_argument("--level", default="full", help="isolation level that evalharness must reach (default full)")
    parser.add_argument("--language", nargs="+", choices=[language.name for language in LANGUAGES])
    parser.add_argument("--output", default=str(ROOT / "results/bench"))
    options = parser.parse_args()

    process_tree.adopt_orphans()
    wanted = [language for language in LANGUAGES if not options.language or language.name in options.language]
    present = [language for language in wanted if is_there(language)]
    with tempfile.TemporaryDirectory() as cache:
        options.cache = cache
        rows = [compare_language(options, language) for language in present]
    report(rows, [language.name for language in wanted if language not in present])

    output = pathlib.Path(options.output)
    output.mkdir(parents=True, exist_ok=True)
    document = {"schema": "evalharness/bench-languages@1", "machine": compare.machine(), "level": options.level, "languages": rows}
    (output / "languages.json").write_text(json.dumps(document, indent=2) + "\n")
    print(f"\nwritten to {output / 'languages.json'}", file=sys.stderr)
    # A promise that does not hold is a measurement, not a failure of the bench.


if __name__ == "__main__":
    main()
