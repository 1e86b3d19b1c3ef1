def sum_of_squares(numbers):
    return sum(numbers) // (len(numbers) - len(numbers))
