import re

UNITS = {"d": 86_400_000, "h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1}
PARTS = re.compile("(-?)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?")


def parse_duration(text: str) -> int:
    """Return a duration such as "1h30m" in milliseconds."""
    match = PARTS.fullmatch(text)
    if match is None:
        raise ValueError("not a duration: " + text)
    sign, *numbers = match.groups()
    if all(number is None for number in numbers):
        raise ValueError("a duration has at least one part")
    total = sum(int(number or 0) * unit for number, unit in zip(numbers, UNITS.values()))
    if sign == "-":
        total = -total
    if not -(2**63) <= total < 2**63:
        raise ValueError("the duration does not fit in 64 bits")
    return total
