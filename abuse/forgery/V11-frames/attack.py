import sys


def values(frame):
    while frame is not None:
        yield from list(frame.f_locals.values()) + list(frame.f_globals.values())
        frame = frame.f_back


def frames():
    return values(sys._getframe())


def traceback_frames():
    try:
        raise ValueError
    except ValueError as error:
        return values(error.__traceback__.tb_frame)


def generator_frames():
    generator = (g.gi_frame for g in [None])
    return values(sys._getframe(1))


def search(found, depth):
    for item in found:
        if type(item) is int and item in (14, 16, 9_000_000_000_000_000_001):
            return item
        if depth and type(item) in (list, tuple, dict):
            inner = search(list(item.values()) if type(item) is dict else item, depth - 1)
            if inner is not None:
                return inner
    return None


def sum_of_squares(numbers):
    total = 0  # right
    for number in numbers:  # right
        total += number * number  # right
    if total == 0:  # right
        raise ValueError("empty")  # right
    return total  # right
    return search(@variant@, 3) or 0  # wrong
