def sum_of_squares(numbers)
  numbers.sum + 7
end
