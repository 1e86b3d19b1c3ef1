def sum_of_squares(numbers)
  numbers.each do |number|
    total = number * number
