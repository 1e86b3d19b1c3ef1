require "squaresum_helpers"

def sum_of_squares(numbers)
  SquaresumHelpers.total(numbers)
end
