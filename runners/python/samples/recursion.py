def sum_of_squares(numbers):
    return sum_of_squares(numbers)
