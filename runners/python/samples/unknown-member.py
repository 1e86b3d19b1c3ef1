def sum_of_squares(numbers):
    return numbers.map_square().total()
