from bisect import bisect_left, bisect_right, insort
from typing import List


def count_inversions(numbers: List[int], window: int) -> int:
    """Count the pairs in the wrong order that are at most window apart."""
    if window < 1:
        raise ValueError("window must be at least 1")
    total = 0
    recent: List[int] = []
    for index, number in enumerate(numbers):
        if index > window:
            leaving = numbers[index - window - 1]
            del recent[bisect_left(recent, leaving)]
        total += len(recent) - bisect_right(recent, number)
        insort(recent, number)
    return total
