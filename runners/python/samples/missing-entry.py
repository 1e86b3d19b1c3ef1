def sum_squares(numbers):
    return sum(number * number for number in numbers)
