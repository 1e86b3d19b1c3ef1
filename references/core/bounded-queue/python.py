from collections import deque
from typing import Deque


class BoundedQueue:
    """A bounded queue of texts whose owner can close it."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity = capacity
        self._texts: Deque[str] = deque()
        self._closed = False

    def put(self, text: str) -> None:
        if self._closed:
            raise PermissionError("the queue is closed")
        if len(self._texts) >= self._capacity:
            raise RuntimeError("the queue is full")
        self._texts.append(text)

    def take(self) -> str:
        if not self._texts:
            raise IndexError("the queue is empty")
        return self._texts.popleft()

    def close(self) -> None:
        if self._closed:
            raise RuntimeError("the queue is closed already")
        self._closed = True

    def size(self) -> int:
        return len(self._texts)

    def finished(self) -> bool:
        return self._closed and not self._texts
