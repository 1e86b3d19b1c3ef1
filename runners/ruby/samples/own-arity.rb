def square(number)
  number * number
end

def sum_of_squares(numbers)
  square(numbers[0], 2)
end
