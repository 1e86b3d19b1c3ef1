def sum_of_squares(numbers)
  sum_squares(numbers)
end
