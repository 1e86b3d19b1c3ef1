# Returns the final number and how many steps were clipped.
def saturating_walk(start, steps, low, high)
  low ||= -2**63
  high ||= 2**63 - 1
  raise ArgumentError, "low must not be above high" if low > high
  raise IndexError, "start must be within the limits" unless start.between?(low, high)

  clipped = 0
  number = steps.reduce(start) do |current, step|
    clipped += 1 unless (current + step).between?(low, high)
    (current + step).clamp(low, high)
  end
  [number, clipped]
end
