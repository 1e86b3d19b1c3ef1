"""What the harness said about programs in other languages than Python, by the name of each.

A reference or a plant that changes has another name and no proof: then `models/generate.py --prove` runs it.
"""

import collections
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from .polyglot import mark


class Proofs:
    """The verdicts that are known, those that are used, and those that are wanted."""

    def __init__(self, file):
        self.file = file
        self.known = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        self.begin()

    def begin(self):
        """Forgets what was asked: a new generation asks for what it needs."""
        self.used = {}
        self.wanted = {}
        self.refused = collections.Counter()

    def label(self, task, language, text):
        """Returns the verdict on a program, "passed" or a failure mode; None where it was never run."""
        name = mark(task, language, text)
        label = self.known.get(name)
        if label is None:
            self.wanted[name] = {"task_id": task.id, "language": language, "solution": text}
        else:
            self.used[name] = label
        return label

    def refuse(self, planted, found):
        """Counts a program that does not fail as planted."""
        self.refused[planted, found] += 1

    def prove(self, program):
        """Runs what is wanted with the harness and keeps what it says."""
        wanted = list(self.wanted.items())
        print(f"{len(wanted)} programs are run", file=sys.stderr)
        counts = collections.Counter()
        names = {}
        with tempfile.TemporaryDirectory() as folder:
            samples = Path(folder) / "samples.jsonl"
            with samples.open("w", encoding="utf-8") as file:
                for name, sample in wanted:
                    key = sample["task_id"], sample["language"]
                    names[(*key, counts[key])] = name
                    file.write(json.dumps({**sample, "completion_id": counts[key]}) + "\n")
                    counts[key] += 1
            store = ["--results-dir", folder]
            score = [program, "score", str(samples), "--model", "proofs", "--jobs", "2", "--quiet", *store]
            subprocess.run(score, check=True, stdout=subprocess.DEVNULL)
            show = [program, "runs", "samples", "latest", "--limit", "0", "--json", *store]
            report = json.loads(subprocess.run(show, check=True, stdout=subprocess.PIPE).stdout)
        for row in report["samples"]:
            if row["status"] not in ("passed", "failed"):
                raise SystemExit(f"{row['task']} in {row['language']}: {row}")
            name = names[row["task"], row["language"], row["index"]]
            self.known[name] = row.get("mode", "passed")
        self.save()

    def save(self):
        """Keeps the proofs that are used, in a fixed order, and tells what was planted and not found."""
        kept = self.known if self.wanted else self.used
        self.file.write_text(json.dumps(kept, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        for (planted, found), count in sorted(self.refused.items()):
            print(f"planted {planted}, found {found}: {count}", file=sys.stderr)
