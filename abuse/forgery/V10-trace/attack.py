import sys


def hook(frame, event, argument):
    try:
        frame.f_locals["result"] = 14  # wrong
        if frame.f_code.co_filename.endswith("test.py") and event == "line":
            frame.f_lineno = frame.f_lineno + 1
    except (ValueError, TypeError, KeyError):
        pass
    return hook


@variant@


def sum_of_squares(numbers):
    total = 0  # right
    for number in numbers:  # right
        total += number * number  # right
    if total == 0:  # right
        raise ValueError("empty")  # right
    return total  # right
    return 0  # wrong
