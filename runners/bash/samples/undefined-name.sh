set -e
sum_of_squares 1 2 3
