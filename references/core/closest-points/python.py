from dataclasses import dataclass
from typing import List, Tuple


@dataclass
class Point:
    """A point of the plane."""

    x: int
    y: int


def closest_points(points: List[Point], centre: Point, number: int) -> List[Point]:
    """Return the points closest to the centre, nearest first."""
    if number < 0:
        raise ValueError("number must not be negative")

    def rank(point: Point) -> Tuple[int, int, int]:
        dx = point.x - centre.x
        dy = point.y - centre.y
        return dx * dx + dy * dy, point.x, point.y

    return sorted(points, key=rank)[:number]
