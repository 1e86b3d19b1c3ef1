from typing import List


def retry_schedule(base: int, factor: int, cap: int, attempts: int, budget: int) -> List[int]:
    """Return the delays of an exponential back-off that fit into the budget."""
    if base < 1 or factor < 1:
        raise ValueError("base and factor must be at least 1")
    if cap < base:
        raise ValueError("cap must not be less than base")
    if attempts < 0 or budget < 0:
        raise ValueError("attempts and budget must not be negative")
    delays: List[int] = []
    delay = base
    left = budget
    while len(delays) < attempts and delay <= left:
        delays.append(delay)
        left -= delay
        delay = min(delay * factor, cap)
    return delays
