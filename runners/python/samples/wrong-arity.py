def sum_of_squares(numbers):
    total = []
    total.append(numbers, 2)
    return total
