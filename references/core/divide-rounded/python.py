MODES = ("floor", "ceiling", "truncate", "half_away", "half_even")
INT64_MAX = 2**63 - 1


def divide_rounded(dividend: int, divisor: int, mode: str) -> int:
    """Divide exactly and round the quotient in the way the mode names."""
    if mode not in MODES:
        raise ValueError("unknown rounding mode: " + mode)
    quotient, remainder = divmod(dividend, divisor)
    if remainder != 0:
        quotient += _step_up(quotient, remainder, divisor, mode)
    if quotient > INT64_MAX:
        raise OverflowError("quotient does not fit in 64 bits")
    return quotient


def _step_up(floor: int, remainder: int, divisor: int, mode: str) -> int:
    """Return 1 if the integer above the floor is the answer, else 0."""
    negative = floor < 0
    if mode == "floor":
        return 0
    if mode == "ceiling":
        return 1
    if mode == "truncate":
        return 1 if negative else 0
    twice = 2 * abs(remainder)
    if twice != abs(divisor):
        return 1 if twice > abs(divisor) else 0
    if mode == "half_away":
        return 0 if negative else 1
    return floor % 2
