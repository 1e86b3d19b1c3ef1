"""Compares the speed of the Statistics module with NumPy, statsmodels and scikit-learn.

Both sides read the same numbers from files and compute the same, in turn, several rounds; only the computation
is timed, not start or reading. Answers must agree. Results go to results/bench/statistics.json.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

import compare

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = ("numpy==2.4.6", "scipy==1.17.1", "pandas==3.1.1", "statsmodels==0.15.0", "scikit-learn==1.9.1")
# The tolerance is absolute; for drawn samples four Monte Carlo errors of both sides.
COMPUTATIONS = {
    "bootstrap": ("10,000-fold paired bootstrap, 164 tasks × 200 samples", "NumPy", 1e-3),
    "permutation": ("10,000 sign flips, 164 tasks", "NumPy", 0.03),
    "regression": ("cluster-robust regression, 1,000,000 rows, 20,000 clusters", "statsmodels", 1e-9),
    "matching": ("nearest neighbour with replacement, 100,000 units", "scikit-learn", 1e-9),
}


def prepare_peers(folder, peers=PEERS):
    """Makes an environment with the peers in it, once; returns its interpreter."""
    interpreter = folder / "bin/python"
    done = folder / "installed"
    wanted = "\n".join(peers)
    if not (done.is_file() and done.read_text() == wanted):
        print(f"installing {', '.join(peers)} into {folder}", file=sys.stderr)
        subprocess.run([compare.base_python(), "-m", "venv", "--clear", str(folder)], check=True)
        subprocess.run(
            [str(interpreter), "-m", "pip", "install", "--quiet", *peers], check=True, stdout=sys.stderr
        )
        done.write_text(wanted)
    return str(interpreter)


def run(command):
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(result.stdout)


def measure(options, peer, folder):
    rounds = []
    for number in range(options.rounds):
        row = {}
        for name, (_, _, tolerance) in COMPUTATIONS.items():
            repeats = str(options.repeats)
            ours = run([options.program, folder, name, repeats])
            theirs = run([peer, str(ROOT / "Benchmarks/statistics_peer.py"), folder, name, repeats])
            for answer, value in theirs["answers"].items():
                if abs(ours["answers"][answer] - value) > tolerance:
                    raise SystemExit(f"error: {name}: {answer} is {ours['answers'][answer]}, the peer's {value}")
            # The fastest of a few: the first pays for cold caches on both sides.
            row[name] = {"ours": min(ours["seconds"]), "peer": min(theirs["seconds"]), "answers": ours["answers"]}
        rounds.append(row)
        times = "   ".join(f"{name} {row[name]['peer'] / row[name]['ours']:.1f}x" for name in row)
        print(f"round {number + 1} of {options.rounds}: {times}", file=sys.stderr)
    return rounds


def promises(rounds):
    found = []
    for name, (text, peer, _) in COMPUTATIONS.items():
        ratios = [row[name]["peer"] / row[name]["ours"] for row in rounds]
        median = statistics.median(ratios)
        found.append(
            {
                "promise": f"{text}: times {peer} (wanted: at least 5)", "median": median, "low": min(ratios),
                "high": max(ratios), "holds": median >= 5,
                "milliseconds": statistics.median(row[name]["ours"] for row in rounds) * 1000,
            }
        )
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(ROOT / ".build/release/statistics-bench"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--repeats", type=int, default=5, help="of each computation in a round (default 5)")
    parser.add_argument("--output", default=str(ROOT / "results/bench"))
    options = parser.parse_args()

    peer = prepare_peers(ROOT / ".build/statistics-venv")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([peer, str(ROOT / "Benchmarks/statistics_peer.py"), folder, "write"], check=True)
        rounds = measure(options, peer, folder)
    found = promises(rounds)
    for promise in found:
        word = "holds" if promise["holds"] else "DOES NOT HOLD"
        print(
            f"{promise['median']:6.2f} [{promise['low']:.2f}, {promise['high']:.2f}]"
            f"  {promise['milliseconds']:8.1f} ms  {promise['promise']}: {word}"
        )
    output = pathlib.Path(options.output)
    output.mkdir(parents=True, exist_ok=True)
    document = {
        "schema": "evalharness/bench-statistics@1", "machine": compare.machine(), "peers": list(PEERS),
        "rounds": rounds, "promises": found,
    }
    (output / "statistics.json").write_text(json.dumps(document, indent=2) + "\n")
    print(f"\nwritten to {output / 'statistics.json'}", file=sys.stderr)


if __name__ == "__main__":
    main()
