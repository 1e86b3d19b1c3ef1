from collections import OrderedDict
from typing import List, Optional


class LruCache:
    """A bounded map that drops the entry used longest ago."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity = capacity
        self._entries: "OrderedDict[int, int]" = OrderedDict()

    def get(self, key: int) -> Optional[int]:
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key]

    def put(self, key: int, value: int) -> Optional[int]:
        dropped = None
        if key not in self._entries and len(self._entries) >= self._capacity:
            dropped, _ = self._entries.popitem(last=False)
        self._entries[key] = value
        self._entries.move_to_end(key)
        return dropped

    def remove(self, key: int) -> None:
        if key not in self._entries:
            raise KeyError(key)
        del self._entries[key]

    def keys(self) -> List[int]:
        return list(reversed(self._entries))
