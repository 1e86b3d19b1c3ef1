def sum_of_squares(numbers):
    if not numbers:
        raise ValueError
    return sum(abs(number) for number in numbers) ** 2 if len(numbers) == 1 else 14
