from collections import Counter
from typing import List, Optional, Set


def shared_members(groups: List[Set[int]], least: int, most: Optional[int]) -> Set[int]:
    """Return the members of at least and at most so many groups."""
    if least < 1 or (most is not None and most < least):
        raise ValueError("the bounds are out of order")
    counts = Counter(member for group in groups for member in group)
    return {member for member, count in counts.items() if count >= least and (most is None or count <= most)}
