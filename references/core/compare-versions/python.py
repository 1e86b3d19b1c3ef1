import re
from typing import List, Tuple

NUMBER = "(0|[1-9][0-9]*)"
IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
VERSION = re.compile(
    NUMBER + "[.]" + NUMBER + "[.]" + NUMBER + "(?:-(" + IDENTIFIER + "(?:[.]" + IDENTIFIER + ")*))?"
)


def compare_versions(left: str, right: str) -> int:
    """Return -1, 0 or 1 as the left version is older, equal or newer."""
    left_rank = _rank(left)
    right_rank = _rank(right)
    return (left_rank > right_rank) - (left_rank < right_rank)


def _rank(version: str) -> Tuple[List[int], bool, List[Tuple[bool, int, str]]]:
    """Return a key that sorts versions by age."""
    match = VERSION.fullmatch(version)
    if match is None:
        raise ValueError("not a version: " + version)
    *core, release = match.groups()
    numbers = [int(number) for number in core]
    identifiers: List[Tuple[bool, int, str]] = []
    if release is not None:
        for part in release.split("."):
            if part.isdigit():
                identifiers.append((False, int(part), ""))
            else:
                identifiers.append((True, 0, part))
    return numbers, release is None, identifiers
