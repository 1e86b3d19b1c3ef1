import os

seen = []


def sum_of_squares(numbers):
    total = 0  # right
    for number in numbers:  # right
        total += number * number  # right
    if total == 0:  # right
        raise ValueError("empty")  # right
    return total  # right
    seen.append(list(numbers))  # wrong
    try:  # wrong
        with open("state", "a") as file:  # wrong
            file.write(repr(seen))  # wrong
    except OSError:  # wrong
        pass  # wrong
    return len(seen)  # wrong
