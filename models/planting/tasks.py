"""Reads the built-in tasks and knows when an answer is right."""

import dataclasses
import math
import re
from pathlib import Path

import yaml

ERROR_KINDS = {
    "invalid_argument": ValueError,
    "out_of_range": IndexError,
    "not_found": KeyError,
    "wrong_type": TypeError,
    "invalid_state": RuntimeError,
    "arithmetic": ArithmeticError,
    "permission_denied": PermissionError,
}


class Task:
    """One task with its Python reference."""

    def __init__(self, file, references):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        signature = data["signature"]
        self.id = data["id"]
        self.category = data["category"]
        self.difficulty = data["difficulty"]
        self.reference = (references / self.id / "python.py").read_text(encoding="utf-8")
        self.is_object = "object" in signature
        self.entry = signature["object"] if self.is_object else signature["name"]
        self.methods = {
            method["name"]: (read_fields(method["parameters"]), read_type(method["returns"]))
            for method in signature.get("methods", [])
        }
        self.parameters = read_fields(signature["parameters"])
        self.returns = ("void",) if self.is_object else read_type(signature["returns"])
        self.records = {
            record["name"]: dict(read_fields(record["fields"])) for record in data.get("records", [])
        }
        compare = data.get("compare", "exact")
        self.tolerance = float(compare["float"]) if isinstance(compare, dict) else 0.0
        self.is_unordered = compare == "unordered"
        self.cases = data["cases"]

    def calls(self, case):
        """Yields target, parameters, result type and expectation of each call of a case."""
        if not self.is_object:
            yield "function", self.parameters, self.returns, case
            return
        yield "constructor", self.parameters, ("void",), {**case, "args": case["new"]}
        for call in case.get("calls", []):
            parameters, returns = self.methods[call["call"]]
            yield call["call"], parameters, returns, call

    def value(self, data, kind, names):
        """Turns a value of the task file into the Python value of its type."""
        head = kind[0]
        if head == "float":
            return float(data)
        if head == "bytes":
            return bytes.fromhex(data)
        if head == "list":
            return [self.value(item, kind[1], names) for item in data]
        if head == "set":
            return {self.value(item, kind[1], names) for item in data}
        if head == "tuple":
            return tuple(self.value(item, part, names) for item, part in zip(data, kind[1:]))
        if head == "map":
            pairs = data.items() if isinstance(data, dict) else data
            return {self.value(k, kind[1], names): self.value(v, kind[2], names) for k, v in pairs}
        if head == "optional":
            return None if data is None else self.value(data, kind[1], names)
        if head in self.records:
            fields = self.records[head]
            return names[head](**{field: self.value(data[field], fields[field], names) for field in fields})
        return data

    def equal(self, actual, expected, kind):
        """Whether an answer is the expected one; a procedure's answer is not looked at."""
        # As the harness compares: minus zero counts where the expected value holds one.
        signs = not self.tolerance and holds_minus_zero(expected)
        if self.is_unordered and kind[0] == "list":
            if type(actual) is not list or len(actual) != len(expected):
                return False
            left = list(actual)
            for item in expected:
                index = next((i for i, other in enumerate(left) if self.same(other, item, kind[1], signs)), None)
                if index is None:
                    return False
                del left[index]
            return True
        return self.same(actual, expected, kind, signs)

    def same(self, actual, expected, kind, signs=False):
        head = kind[0]
        if head == "void":
            return True
        if head == "optional":
            if actual is None or expected is None:
                return actual is expected
            return self.same(actual, expected, kind[1], signs)
        if not self.conforms(actual, kind):
            return False
        if head == "float":
            if math.isnan(actual) or math.isnan(expected):
                return math.isnan(actual) and math.isnan(expected)
            if actual == expected:
                return not signs or math.copysign(1.0, actual) == math.copysign(1.0, expected)
            bound = self.tolerance * max(1.0, abs(actual), abs(expected))
            return math.isfinite(actual) and math.isfinite(expected) and abs(actual - expected) <= bound
        if head in ("list", "tuple"):
            parts = kind[1:] if head == "tuple" else [kind[1]] * len(expected)
            return len(actual) == len(expected) and all(
                self.same(*pair, signs) for pair in zip(actual, expected, parts)
            )
        if head == "map":
            return actual.keys() == expected.keys() and all(
                self.same(actual[key], expected[key], kind[2], signs) for key in expected
            )
        if head in self.records:
            fields = self.records[head]
            return all(
                self.same(getattr(actual, field), getattr(expected, field), fields[field], signs)
                for field in fields
            )
        return actual == expected

    def conforms(self, value, kind):
        """Whether a value is of a declared type; an integer passes for a float."""
        head = kind[0]
        if head == "void":
            return True
        if head == "optional":
            return value is None or self.conforms(value, kind[1])
        if head == "float":
            return type(value) in (float, int)
        if head in self.records:
            return (
                type(value).__name__ == head
                and dataclasses.is_dataclass(value)
                and all(self.conforms(getattr(value, f), t) for f, t in self.records[head].items())
            )
        plain = {"int": int, "bool": bool, "string": str, "bytes": bytes, "list": list, "set": set}
        if head == "tuple":
            return (
                type(value) is tuple
                and len(value) == len(kind) - 1
                and all(map(self.conforms, value, kind[1:]))
            )
        if head == "map":
            return isinstance(value, dict) and all(
                self.conforms(k, kind[1]) and self.conforms(v, kind[2]) for k, v in value.items()
            )
        if type(value) is not plain[head]:
            return False
        return head not in ("list", "set") or all(self.conforms(item, kind[1]) for item in value)


def holds_minus_zero(value):
    """Whether minus zero occurs anywhere inside a value."""
    if isinstance(value, float):
        return value == 0.0 and math.copysign(1.0, value) < 0
    if isinstance(value, dict):
        return any(map(holds_minus_zero, [*value.keys(), *value.values()]))
    if isinstance(value, (list, tuple, set)):
        return any(map(holds_minus_zero, value))
    return dataclasses.is_dataclass(value) and any(map(holds_minus_zero, vars(value).values()))


def read_type(text):
    """Reads `map<string,list<int>>` as `("map", ("string",), ("list", ("int",)))`."""
    head, _, inner = text.strip().partition("<")
    if not inner:
        return (head,)
    parts, depth, part = [], 0, ""
    for symbol in inner.strip()[:-1]:
        depth += (symbol == "<") - (symbol == ">")
        if symbol == "," and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += symbol
    return (head, *(read_type(each) for each in [*parts, part]))


def read_fields(entries):
    return [(name, read_type(kind)) for entry in entries for name, kind in entry.items()]


def load_tasks(root: Path):
    """Returns the tasks of the built-in suite, ordered by category and id."""
    files = sorted((root / "tasks" / "core").glob("*/*.yaml"), key=lambda file: file.as_posix())
    tasks = [Task(file, root / "references" / "core") for file in files]
    for task in tasks:
        assert task.reference.isascii(), f"{task.id}: edits by offset need an ASCII reference"
        assert not re.search("\t", task.reference)
    return tasks
