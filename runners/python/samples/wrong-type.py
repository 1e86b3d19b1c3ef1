def sum_of_squares(numbers):
    return str(sum(number * number for number in numbers))
