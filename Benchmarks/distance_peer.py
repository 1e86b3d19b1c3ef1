"""Measures the edit distances of pairs in a file with rapidfuzz; runs in an environment of its own.

usage: distance_peer.py FILE REPEATS     prints the same JSON as distance-bench
"""

import json
import sys
import time

from rapidfuzz.distance import Levenshtein


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        pairs = json.load(file)
    seconds = []
    for _ in range(int(sys.argv[2])):
        start = time.process_time()
        answers = [Levenshtein.distance(first, second) for first, second in pairs]
        seconds.append(time.process_time() - start)
    print(json.dumps({"seconds": seconds, "answers": answers}))


if __name__ == "__main__":
    main()
