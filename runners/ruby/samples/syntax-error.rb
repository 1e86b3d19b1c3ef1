def sum_of_squares(numbers)
  numbers.sum { |number number| number * number }
end
