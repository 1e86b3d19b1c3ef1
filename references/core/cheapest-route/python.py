import heapq
from typing import Dict, List, Optional, Set, Tuple


def cheapest_route(
    count: int, roads: List[Tuple[int, int, int]], start: int, goal: int
) -> Optional[Tuple[int, List[int]]]:
    """Return price and towns of the cheapest route, or None if there is none."""
    towns = [start, goal]
    for source, target, _ in roads:
        towns += [source, target]
    if any(not 0 <= town < count for town in towns):
        raise IndexError("not a town")
    leaving: Dict[int, List[Tuple[int, int]]] = {}
    for source, target, price in roads:
        if price < 0:
            raise ValueError("a price must not be negative")
        leaving.setdefault(source, []).append((target, price))
    done: Set[int] = set()
    queue: List[Tuple[int, int, List[int]]] = [(0, 1, [start])]
    while queue:
        total, length, route = heapq.heappop(queue)
        town = route[-1]
        if town == goal:
            return total, route
        if town in done:
            continue
        done.add(town)
        for target, price in leaving.get(town, []):
            if target not in done:
                heapq.heappush(queue, (total + price, length + 1, route + [target]))
    return None
