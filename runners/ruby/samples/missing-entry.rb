def sum_squares(numbers)
  numbers.sum { |number| number * number }
end
