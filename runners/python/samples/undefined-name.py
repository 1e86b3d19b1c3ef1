def sum_of_squares(numbers):
    return square_and_add(numbers)
