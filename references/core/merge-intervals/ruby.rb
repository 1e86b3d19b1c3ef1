# Merges the closed intervals that share an integer.
def merge_intervals(intervals)
  unless intervals.all? { |interval| interval.size == 2 && interval[0] <= interval[1] }
    raise ArgumentError, "an interval is a start and an end not before it"
  end

  intervals.sort.each_with_object([]) do |(start, stop), merged|
    if merged.any? && start <= merged.last[1]
      merged.last[1] = [merged.last[1], stop].max
    else
      merged << [start, stop]
    end
  end
end
