print(sum_of_squares(3))
