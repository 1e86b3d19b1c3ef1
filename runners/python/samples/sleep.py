import time


def sum_of_squares(numbers):
    time.sleep(3600)
