# Returns the values in order, minus zero before plus zero and NaN last.
def sort_floats(values, descending)
  missing, numbers = values.partition(&:nan?)
  # Minus zero equals zero; its quotient does not.
  numbers.sort_by! { |value| [value, value.zero? ? 1 / value : 0.0] }
  numbers.reverse! if descending
  numbers + missing
end
