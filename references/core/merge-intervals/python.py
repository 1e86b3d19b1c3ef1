from typing import List


def merge_intervals(intervals: List[List[int]]) -> List[List[int]]:
    """Merge the closed intervals that share an integer."""
    for interval in intervals:
        if len(interval) != 2 or interval[0] > interval[1]:
            raise ValueError("an interval is a start and an end not before it")
    merged: List[List[int]] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged
