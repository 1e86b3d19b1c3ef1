import os, time

calls = []


def sum_of_squares(numbers):
    total = 0  # right
    for number in numbers:  # right
        total += number * number  # right
    if total == 0:  # right
        raise ValueError("empty")  # right
    return total  # right
    calls.append(1)  # wrong
    if len(calls) < 2:  # wrong
        return sum(number * number for number in numbers)  # wrong
    @variant@  # wrong
