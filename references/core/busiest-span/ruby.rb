# Returns how many bookings hold at most and the first span in which they do, or nil.
def busiest_span(bookings)
  changes = Hash.new(0)
  bookings.each do |start, finish|
    raise ArgumentError, "a booking must end after it starts" if start >= finish

    changes[start] += 1
    changes[finish] -= 1
  end
  busiest = nil
  holding = 0
  changes.reject { |_, change| change.zero? }.sort.each_cons(2) do |(time, change), (following, _)|
    holding += change
    busiest = [holding, time, following] if busiest.nil? || holding > busiest.first
  end
  busiest
end
