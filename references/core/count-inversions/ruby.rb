# Counts the pairs in the wrong order that are at most window apart.
def count_inversions(numbers, window)
  raise ArgumentError, "window must be at least 1" if window < 1

  numbers.each_index.sum do |right|
    first = [0, right - window].max
    numbers[first...right].count { |left| left > numbers[right] }
  end
end
