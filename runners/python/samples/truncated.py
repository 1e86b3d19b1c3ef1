def sum_of_squares(numbers):
    total = 0
    for number in numbers:
        total += max(number * number,