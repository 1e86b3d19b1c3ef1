# Returns the delays of an exponential back-off that fit into the budget.
def retry_schedule(base, factor, cap, attempts, budget)
  raise ArgumentError, "base and factor must be at least 1" if base < 1 || factor < 1
  raise ArgumentError, "cap must not be less than base" if cap < base
  raise ArgumentError, "attempts and budget must not be negative" if attempts.negative? || budget.negative?

  delays = []
  delay = base
  left = budget
  while delays.size < attempts && delay <= left
    delays << delay
    left -= delay
    delay = [delay * factor, cap].min
  end
  delays
end
