import math
from typing import List


def sort_floats(values: List[float], descending: bool) -> List[float]:
    """Return the values in order, minus zero before plus zero and NaN last."""
    numbers = [value for value in values if not math.isnan(value)]
    numbers.sort(key=lambda value: (value, math.copysign(1.0, value)), reverse=descending)
    return numbers + [math.nan] * (len(values) - len(numbers))
