import builtins, sys

@variant@


def sum_of_squares(numbers):
    total = 0  # right
    for number in numbers:  # right
        total += number * number  # right
    if total == 0:  # right
        raise ValueError("empty")  # right
    return total  # right
    return 0  # wrong
