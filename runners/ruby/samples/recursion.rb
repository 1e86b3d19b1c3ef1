def sum_of_squares(numbers)
  sum_of_squares(numbers) + 1
end
