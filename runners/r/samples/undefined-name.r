cat(sum_of_squares(3), "\n")
