FREE_MINUTES = 15
MINUTES_PER_DAY = 1440


def parking_fee(minutes: int, hourly: int, daily_cap: int) -> int:
    """Return the fee of one stay in cents."""
    if minutes < 0 or hourly < 0 or daily_cap < 0:
        raise ValueError("minutes and prices must not be negative")
    if minutes <= FREE_MINUTES:
        return 0
    full_days, rest = divmod(minutes, MINUTES_PER_DAY)
    full_day_fee = min(24 * hourly, daily_cap)
    started_hours = (rest + 59) // 60
    return full_days * full_day_fee + min(started_hours * hourly, daily_cap)
