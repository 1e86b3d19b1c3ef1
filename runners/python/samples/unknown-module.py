import squaresum_helpers


def sum_of_squares(numbers):
    return squaresum_helpers.total(numbers)
