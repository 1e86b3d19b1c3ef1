import math
from typing import List, Optional


def trimmed_mean(values: List[float], trim: float) -> Optional[float]:
    """Return the mean of the values between the trimmed ends."""
    if not 0.0 <= trim < 0.5:
        raise ValueError("trim must be at least 0 and less than 0.5")
    ordered = sorted(value for value in values if not math.isnan(value))
    if not ordered:
        return None
    cut = int(len(ordered) * trim)
    kept = ordered[cut : len(ordered) - cut]
    return sum(kept) / len(kept)
