# Returns how many coins of each value are paid.
def pay_out(amount, stock)
  if amount.negative? || stock.any? { |value, number| value < 1 || number.negative? }
    raise ArgumentError, "amount, values and numbers must not be negative"
  end

  left = amount
  paid = stock.sort.reverse.to_h do |value, available|
    number = [available, left / value].min
    left -= number * value
    [value, number]
  end
  raise "the amount cannot be paid exactly" unless left.zero?

  paid.reject { |_, number| number.zero? }
end
