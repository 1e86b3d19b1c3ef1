# Returns the mean of the values between the trimmed ends.
def trimmed_mean(values, trim)
  raise ArgumentError, "trim must be at least 0 and less than 0.5" unless trim >= 0.0 && trim < 0.5

  ordered = values.reject(&:nan?).sort
  return nil if ordered.empty?

  cut = (ordered.size * trim).floor
  kept = ordered[cut...(ordered.size - cut)]
  kept.sum(0.0) / kept.size
end
