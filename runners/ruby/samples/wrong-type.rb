def sum_of_squares(numbers)
  raise ArgumentError, "no numbers" if numbers.empty?

  numbers.sum { |number| number * number }.to_s
end
