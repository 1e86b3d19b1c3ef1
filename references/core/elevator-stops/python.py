from typing import List, Set, Tuple


def elevator_stops(start: int, requests: List[Tuple[int, int]]) -> List[Tuple[int, int]]:
    """Return the stops of one lift as pairs of tick and floor."""
    if any(tick < 0 for tick, _ in requests):
        raise ValueError("a request has a negative tick")
    waiting = sorted(requests, reverse=True)
    pending: Set[int] = set()
    stops: List[Tuple[int, int]] = []
    tick = 0
    floor = start
    direction = 1
    while waiting or pending:
        while waiting and waiting[-1][0] == tick:
            pending.add(waiting.pop()[1])
        if floor in pending:
            pending.remove(floor)
            stops.append((tick, floor))
        if pending:
            if not any((other - floor) * direction > 0 for other in pending):
                direction = -direction
            floor += direction
        tick += 1
    return stops
