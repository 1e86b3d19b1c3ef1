from collections import deque
from typing import Deque


class MinQueue:
    """A queue that keeps the candidates for its minimum in a second queue."""

    def __init__(self) -> None:
        self._values: Deque[int] = deque()
        self._candidates: Deque[int] = deque()

    def push(self, value: int) -> None:
        while self._candidates and self._candidates[-1] > value:
            self._candidates.pop()
        self._candidates.append(value)
        self._values.append(value)

    def pop(self) -> int:
        if not self._values:
            raise IndexError("pop from an empty queue")
        value = self._values.popleft()
        if value == self._candidates[0]:
            self._candidates.popleft()
        return value

    def minimum(self) -> int:
        if not self._candidates:
            raise IndexError("minimum of an empty queue")
        return self._candidates[0]

    def size(self) -> int:
        return len(self._values)
