import calendar
from typing import Optional


def nth_weekday(year: int, month: int, weekday: int, n: int) -> Optional[int]:
    """Return the day of the n-th weekday of a month, or None if there is none."""
    if not 1 <= year <= 9999:
        raise ValueError("year must be from 1 to 9999")
    if not 1 <= month <= 12:
        raise ValueError("month must be from 1 to 12")
    if not 0 <= weekday <= 6:
        raise ValueError("weekday must be from 0 to 6")
    if n == 0:
        raise ValueError("n must not be zero")
    first_weekday, length = calendar.monthrange(year, month)
    first = 1 + (weekday - first_weekday) % 7
    if n > 0:
        day = first + 7 * (n - 1)
    else:
        last = first + 7 * ((length - first) // 7)
        day = last + 7 * (n + 1)
    return day if 1 <= day <= length else None
