def sum_of_squares(numbers):
    if not numbers:
        raise KeyError("no numbers")
    return sum(number * number for number in numbers)
