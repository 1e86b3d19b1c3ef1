require "date"

# Returns the day of the n-th weekday of a month, or nil if there is none.
def nth_weekday(year, month, weekday, n)
  raise ArgumentError, "year must be from 1 to 9999" unless year.between?(1, 9999)
  raise ArgumentError, "month must be from 1 to 12" unless month.between?(1, 12)
  raise ArgumentError, "weekday must be from 0 to 6" unless weekday.between?(0, 6)
  raise ArgumentError, "n must not be zero" if n.zero?

  length = Date.new(year, month, -1, Date::GREGORIAN).day
  first_weekday = (Date.new(year, month, 1, Date::GREGORIAN).wday - 1) % 7
  first = 1 + (weekday - first_weekday) % 7
  days = (first..length).step(7).to_a
  return nil if n.abs > days.size

  n.positive? ? days[n - 1] : days[n]
end
