def sum_of_squares(numbers)
  numbers.sum_of_squares_of
end
