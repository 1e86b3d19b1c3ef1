import math
from typing import List, Tuple


def interpolate(points: List[Tuple[float, float]], position: float) -> float:
    """Return the value of a piecewise linear function."""
    if not points:
        raise ValueError("there are no points")
    if not all(math.isfinite(x) for x, _ in points):
        raise ValueError("an x is not finite")
    if any(left[0] >= right[0] for left, right in zip(points, points[1:])):
        raise ValueError("the x are not strictly ascending")
    if math.isnan(position):
        return math.nan
    if position <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if position < x1:
            return y0 + (y1 - y0) * (position - x0) / (x1 - x0)
    return points[-1][1]
