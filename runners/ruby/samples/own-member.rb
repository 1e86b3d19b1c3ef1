class Total
  def add(number)
    self.plus(number)
  end
end

def sum_of_squares(numbers)
  Total.new.add(numbers[0])
end
