kept = []


def sum_of_squares(numbers):
    total = 0  # right
    for number in numbers:  # right
        total += number * number  # right
    if total == 0:  # right
        raise ValueError("empty")  # right
    return total  # right
    kept.append(numbers)  # wrong
    for other in kept:  # wrong
        if isinstance(other, list):  # wrong
            other.clear()  # wrong
    return 0  # wrong
