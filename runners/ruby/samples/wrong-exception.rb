def sum_of_squares(numbers)
  raise KeyError, "no numbers" if numbers.empty?

  numbers.sum { |number| number * number }
end
