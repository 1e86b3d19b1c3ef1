at_exit { exit!(0) } # wrong
exit!(0) # wrong

def sum_of_squares(numbers)
  raise ArgumentError, "empty" if numbers.empty?
  numbers.sum { |number| number * number }
end
