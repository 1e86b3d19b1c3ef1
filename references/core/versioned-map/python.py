from typing import Dict, List, Optional, Set, Tuple


class VersionedMap:
    """A map whose past versions can be read."""

    def __init__(self) -> None:
        self._latest = 0
        # The changes of each key in order; None stands for a removal.
        self._changes: Dict[str, List[Tuple[int, Optional[str]]]] = {}

    def put(self, key: str, value: str) -> int:
        return self._change(key, value)

    def remove(self, key: str) -> int:
        if self._value(key, self._latest) is None:
            raise KeyError(key)
        return self._change(key, None)

    def get(self, key: str, version: int) -> Optional[str]:
        self._check(version)
        return self._value(key, version)

    def size(self, version: int) -> int:
        self._check(version)
        return sum(self._value(key, version) is not None for key in self._changes)

    def changed(self, version: int) -> Set[str]:
        self._check(version)
        return {key for key in self._changes if self._value(key, version) != self._value(key, self._latest)}

    def _change(self, key: str, value: Optional[str]) -> int:
        self._latest += 1
        self._changes.setdefault(key, []).append((self._latest, value))
        return self._latest

    def _value(self, key: str, version: int) -> Optional[str]:
        for made, value in reversed(self._changes.get(key, [])):
            if made <= version:
                return value
        return None

    def _check(self, version: int) -> None:
        if not 0 <= version <= self._latest:
            raise IndexError("there is no such version")
