require "active_support"

def sum_of_squares(numbers)
  numbers.sum
end
