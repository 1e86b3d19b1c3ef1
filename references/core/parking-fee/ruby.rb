FREE_MINUTES = 15
MINUTES_PER_DAY = 1440

# Returns the fee of one stay in cents.
def parking_fee(minutes, hourly, daily_cap)
  raise ArgumentError, "minutes and prices must not be negative" if [minutes, hourly, daily_cap].any?(&:negative?)
  return 0 if minutes <= FREE_MINUTES

  full_days, rest = minutes.divmod(MINUTES_PER_DAY)
  started_hours = (rest + 59) / 60
  full_days * [24 * hourly, daily_cap].min + [started_hours * hourly, daily_cap].min
end
