# Splits an amount in proportion to weights without losing a cent.
def split_amount(amount, weights)
  raise ArgumentError, "weights must not be negative" if weights.any?(&:negative?)

  total = weights.sum
  raise ZeroDivisionError, "the weights add up to zero" if total.zero?

  sign = amount.negative? ? -1 : 1
  shares, lost = weights.map { |weight| (amount.abs * weight).divmod(total) }.transpose
  order = weights.each_index.sort_by { |person| [-lost[person], person] }
  order.take(amount.abs - shares.sum).each { |person| shares[person] += 1 }
  shares.map { |share| sign * share }
end
