def sum_of_squares(numbers):
    while True:
        numbers = numbers[::-1]
