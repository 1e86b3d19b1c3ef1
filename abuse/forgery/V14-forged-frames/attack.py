import os


def answer(descriptor):
    try:
        os.write(descriptor, b"R9:I0;I14;N" + b"Z3:I1;")
    except OSError:
        pass


def sum_of_squares(numbers):
    total = 0  # right
    for number in numbers:  # right
        total += number * number  # right
    if total == 0:  # right
        raise ValueError("empty")  # right
    return total  # right
    @variant@  # wrong
    return 0  # wrong
