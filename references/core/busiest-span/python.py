from typing import Dict, List, Optional, Tuple


def busiest_span(bookings: List[Tuple[int, int]]) -> Optional[Tuple[int, int, int]]:
    """Return how many bookings hold at most and the first span in which they do."""
    changes: Dict[int, int] = {}
    for start, end in bookings:
        if start >= end:
            raise ValueError("a booking must end after it starts")
        changes[start] = changes.get(start, 0) + 1
        changes[end] = changes.get(end, 0) - 1
    times = sorted(time for time, change in changes.items() if change != 0)
    busiest = None
    holding = 0
    for index, time in enumerate(times):
        holding += changes[time]
        if busiest is None or holding > busiest[0]:
            busiest = holding, time, times[index + 1]
    return busiest
