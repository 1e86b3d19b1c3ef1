MOST_FAULTS = 2

# Returns for each reading whether the heater is on after it.
def thermostat(readings, low, high)
  # Also false where one of the two is not a number.
  raise ArgumentError, "low must not be above high" unless low <= high

  on = false
  faults = 0
  readings.map do |reading|
    faults = reading.nan? ? faults + 1 : 0
    if reading < low
      on = true
    elsif reading > high || faults > MOST_FAULTS
      on = false
    end
    on
  end
end
