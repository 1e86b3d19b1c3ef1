"""Compares edit distances with rapidfuzz: 100,000 pairs must agree; the speed on code is measured in turn.

Random pairs of all kinds, pairs of references and of HumanEval's prompts; then one pair of a megabyte each, whose
memory is measured. Results go to results/bench/distance.json.
"""

import argparse
import gzip
import json
import pathlib
import random
import statistics
import sys
import tempfile

import compare
import statistics_compare

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = ("rapidfuzz==3.14.6",)
ALPHABETS = ("ab", "abcdefghijklmnopqrstuvwxyz ()\n", "aé€😀", "".join(chr(0x4E00 + n) for n in range(3000)))


def edited(source, text, alphabet):
    letters = list(text)
    for _ in range(source.randrange(1, max(2, len(text) // 3))):
        place = source.randrange(len(letters) + 1)
        kind = source.randrange(3)
        if kind == 0:
            letters.insert(place, source.choice(alphabet))
        elif letters and kind == 1:
            letters[min(place, len(letters) - 1)] = source.choice(alphabet)
        elif letters:
            del letters[min(place, len(letters) - 1)]
    return "".join(letters)


def random_pairs(count):
    source = random.Random(20)
    pairs = []
    for number in range(count):
        alphabet = ALPHABETS[number % len(ALPHABETS)]
        size = source.choice((0, 5, 40, 64, 65, 130, 300))
        first = "".join(source.choices(alphabet, k=source.randrange(size + 1)))
        other = "".join(source.choices(alphabet, k=source.randrange(size + 1)))
        pairs.append([first, edited(source, first, alphabet) if number % 2 else other])
    return pairs


def code_pairs(data, count):
    """Pairs of programs of one language, as a sample and its reference are."""
    source = random.Random(21)
    groups = {}
    for path in sorted((ROOT / "references").glob("*/*/*.*")):
        groups.setdefault(path.suffix, []).append(path.read_text(encoding="utf-8"))
    if data and (data / "humaneval/HumanEval.jsonl.gz").is_file():
        with gzip.open(data / "humaneval/HumanEval.jsonl.gz", "rt", encoding="utf-8") as lines:
            tasks = [json.loads(line) for line in lines]
        groups["humaneval"] = [task["prompt"] + task["canonical_solution"] for task in tasks]
    names = sorted(groups)
    pairs = []
    for number in range(count):
        programs = groups[names[number % len(names)]]
        first = source.choice(programs)
        similar = edited(source, first[: 200 + source.randrange(1800)], ALPHABETS[1])
        pairs.append([first, source.choice(programs) if number % 2 else similar])
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(ROOT / ".build/release/distance-bench"))
    parser.add_argument("--data", type=pathlib.Path, help="folder that holds humaneval/")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", default=str(ROOT / "results/bench"))
    options = parser.parse_args()

    interpreter = statistics_compare.prepare_peers(ROOT / ".build/distance-venv", PEERS)
    script = str(ROOT / "Benchmarks/distance_peer.py")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def both(file, repeats):
            ours = statistics_compare.run([options.program, file, repeats])
            theirs = statistics_compare.run([interpreter, script, file, repeats])
            return ours, theirs

        def write(file, pairs):
            path = folder / file
            path.write_text(json.dumps(pairs), encoding="utf-8")
            return str(path)

        every = random_pairs(90_000) + code_pairs(options.data, 10_000)
        ours, theirs = both(write("every.json", every), "1")
        wrong = sum(a != b for a, b in zip(ours["answers"], theirs["answers"], strict=True))
        code = write("code.json", code_pairs(options.data, 2_000))
        ratios, microseconds = [], []
        for number in range(options.rounds):
            ours, theirs = both(code, "3")
            ratios.append(min(theirs["seconds"]) / min(ours["seconds"]))
            microseconds.append(min(ours["seconds"]) / 2_000 * 1e6)
            print(f"round {number + 1} of {options.rounds}: {ratios[-1]:.2f}x", file=sys.stderr)
        source = random.Random(22)
        long = ["".join(source.choices(ALPHABETS[1], k=1_000_000)) for _ in range(2)]
        large = statistics_compare.run([options.program, write("long.json", [long]), "1"])

    median = statistics.median(ratios)
    kilobytes = large["peak_kilobytes"]
    promises = [
        (f"{len(every) - wrong} of {len(every)} pairs equal to rapidfuzz's", wrong == 0),
        (f"{median:.2f} [{min(ratios):.2f}, {max(ratios):.2f}] times rapidfuzz from Python on pairs of programs"
         f" (wanted: at least 1), {statistics.median(microseconds):.1f} µs a pair", median >= 1),
        (f"a megabyte against a megabyte: {large['seconds'][0]:.1f} s, {kilobytes / 1024:.0f} MB of memory"
         " (wanted: at most 200)", kilobytes <= 200 * 1024),
    ]
    for text, holds in promises:
        print(f"{text}: {'holds' if holds else 'DOES NOT HOLD'}")
    output = pathlib.Path(options.output)
    output.mkdir(parents=True, exist_ok=True)
    document = {
        "schema": "evalharness/bench-distance@1", "machine": compare.machine(), "peers": list(PEERS),
        "ratios": ratios, "wrong": wrong, "promises": [{"promise": text, "holds": holds} for text, holds in promises],
    }
    (output / "distance.json").write_text(json.dumps(document, indent=2) + "\n")
    return 0 if all(holds for _, holds in promises) else 1


if __name__ == "__main__":
    sys.exit(main())
