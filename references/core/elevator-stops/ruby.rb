# Returns the stops of one lift as pairs of tick and floor.
def elevator_stops(start, requests)
  raise ArgumentError, "a request has a negative tick" if requests.any? { |tick, _| tick.negative? }

  waiting = requests.sort.reverse
  pending = []
  stops = []
  tick = 0
  floor = start
  direction = 1
  until waiting.empty? && pending.empty?
    pending |= [waiting.pop[1]] while waiting.any? && waiting.last[0] == tick
    stops << [tick, floor] if pending.delete(floor)
    if pending.any?
      direction = -direction unless pending.any? { |other| (other - floor) * direction > 0 }
      floor += direction
    end
    tick += 1
  end
  stops
end
