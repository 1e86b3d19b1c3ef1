from typing import List, Optional, Tuple

Span = Tuple[int, int, str]


class IntervalMap:
    """A map from integers to texts, filled by half-open intervals."""

    def __init__(self) -> None:
        self._spans: List[Span] = []

    def assign(self, start: int, end: int, value: str) -> None:
        self.clear(start, end)
        self._spans.append((start, end, value))
        self._spans.sort()
        merged: List[Span] = []
        for span in self._spans:
            if merged and merged[-1][1] == span[0] and merged[-1][2] == span[2]:
                merged[-1] = (merged[-1][0], span[1], span[2])
            else:
                merged.append(span)
        self._spans = merged

    def clear(self, start: int, end: int) -> None:
        if start >= end:
            raise ValueError("start must be less than end")
        kept: List[Span] = []
        for low, high, value in self._spans:
            if low < min(high, start):
                kept.append((low, min(high, start), value))
            if max(low, end) < high:
                kept.append((max(low, end), high, value))
        self._spans = kept

    def get(self, point: int) -> Optional[str]:
        for low, high, value in self._spans:
            if low <= point < high:
                return value
        return None

    def spans(self) -> List[Span]:
        return list(self._spans)
