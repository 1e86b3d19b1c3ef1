from dataclasses import dataclass
from typing import Dict, List, Optional


@dataclass
class Change:
    """The amounts of one good before and after."""

    name: str
    before: Optional[int]
    after: Optional[int]


def inventory_diff(before: Dict[str, int], after: Dict[str, int]) -> List[Change]:
    """Return the changes between two inventories, sorted by name."""
    if any(amount < 0 for amount in [*before.values(), *after.values()]):
        raise ValueError("amounts must not be negative")
    changes: List[Change] = []
    for name in sorted(before.keys() | after.keys()):
        old = before.get(name)
        new = after.get(name)
        if old != new:
            changes.append(Change(name, old, new))
    return changes
