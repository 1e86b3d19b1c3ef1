from typing import List


class UndoBuffer:
    """A text with a bounded history of its states."""

    def __init__(self, initial: str, limit: int) -> None:
        if limit < 0:
            raise ValueError("limit must not be negative")
        self._text = initial
        self._limit = limit
        self._past: List[str] = []
        self._future: List[str] = []

    def insert(self, position: int, addition: str) -> None:
        self._check(position, 0)
        if addition:
            self._change(self._text[:position] + addition + self._text[position:])

    def delete(self, position: int, count: int) -> str:
        self._check(position, count)
        removed = self._text[position : position + count]
        if count > 0:
            self._change(self._text[:position] + self._text[position + count :])
        return removed

    def text(self) -> str:
        return self._text

    def undo(self) -> bool:
        if not self._past:
            return False
        self._future.append(self._text)
        self._text = self._past.pop()
        return True

    def redo(self) -> bool:
        if not self._future:
            return False
        self._past.append(self._text)
        self._text = self._future.pop()
        return True

    def _check(self, position: int, count: int) -> None:
        if position < 0 or count < 0 or position + count > len(self._text):
            raise IndexError("outside the text")

    def _change(self, text: str) -> None:
        self._past.append(self._text)
        if len(self._past) > self._limit:
            del self._past[0]
        self._future.clear()
        self._text = text
