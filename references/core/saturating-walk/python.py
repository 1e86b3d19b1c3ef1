from typing import List, Optional, Tuple


def saturating_walk(start: int, steps: List[int], low: Optional[int], high: Optional[int]) -> Tuple[int, int]:
    """Return the final number and how many steps were clipped."""
    lowest = -(2**63) if low is None else low
    highest = 2**63 - 1 if high is None else high
    if lowest > highest:
        raise ValueError("low must not be above high")
    if not lowest <= start <= highest:
        raise IndexError("start must be within the limits")
    number = start
    clipped = 0
    for step in steps:
        wanted = number + step
        number = max(lowest, min(highest, wanted))
        clipped += number != wanted
    return number, clipped
