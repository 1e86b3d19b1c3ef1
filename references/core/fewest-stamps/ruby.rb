# Returns the fewest stamps that add up to the postage, largest first, or nil.
def fewest_stamps(values, postage)
  raise ArgumentError, "values must be positive" if postage.negative? || values.any? { |value| value < 1 }

  descending = values.sort.reverse
  counts = [0]
  1.upto(postage) do |total|
    fewer = descending.filter_map { |value| counts[total - value] if value <= total }.min
    counts << (fewer && fewer + 1)
  end
  return nil if counts[postage].nil?

  left = postage
  descending.each_with_object([]) do |value, stamps|
    while left >= value && counts[left - value] == counts[left] - 1
      stamps << value
      left -= value
    end
  end
end
