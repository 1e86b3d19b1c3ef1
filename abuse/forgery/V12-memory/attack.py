import gc

WANTED = {14, 16, 9_000_000_000_000_000_001}


def look(items):
    for item in items:
        parts = item.values() if type(item) is dict else item if type(item) in (list, tuple, set) else ()
        for part in list(parts):
            if type(part) is list and len(part) == 1 and part[0] in WANTED and not isinstance(part[0], bool):
                return part[0]
    return 0


def found_by_collector():
    return look(gc.get_objects())


def found_by_referrers():
    return look(gc.get_referrers(int) + gc.get_referrers(list))


def found_in_memory():
    try:
        data = open("/proc/self/mem", "rb").read(1 << 20)
        return 14 if b"I14;" in data else 0
    except OSError:
        return 0


def sum_of_squares(numbers):
    total = 0  # right
    for number in numbers:  # right
        total += number * number  # right
    if total == 0:  # right
        raise ValueError("empty")  # right
    return total  # right
    return @variant@  # wrong
