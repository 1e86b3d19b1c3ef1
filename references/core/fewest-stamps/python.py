from typing import List, Optional, Set


def fewest_stamps(values: Set[int], postage: int) -> Optional[List[int]]:
    """Return the fewest stamps that add up to the postage, largest first."""
    if postage < 0 or any(value < 1 for value in values):
        raise ValueError("postage and stamps must not be negative")
    counts: List[Optional[int]] = [0]
    for total in range(1, postage + 1):
        fewer = [counts[total - value] for value in values if value <= total]
        counts.append(min((count + 1 for count in fewer if count is not None), default=None))
    if counts[postage] is None:
        return None
    stamps: List[int] = []
    left = postage
    for value in sorted(values, reverse=True):
        while left >= value and counts[left - value] == counts[left] - 1:
            stamps.append(value)
            left -= value
    return stamps
