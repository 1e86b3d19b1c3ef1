# A map from integers to texts, filled by half-open intervals.
class IntervalMap
  def initialize
    @spans = []
  end

  def assign(start, stop, value)
    clear(start, stop)
    @spans = (@spans << [start, stop, value]).sort.each_with_object([]) do |span, merged|
      if merged.any? && merged.last[1] == span[0] && merged.last[2] == span[2]
        merged[-1] = [merged.last[0], span[1], span[2]]
      else
        merged << span
      end
    end
  end

  def clear(start, stop)
    raise ArgumentError, "start must be less than end" if start >= stop

    @spans = @spans.flat_map do |low, high, value|
      [[low, [high, start].min, value], [[low, stop].max, high, value]].select { |from, to, _| from < to }
    end
  end

  def get(point)
    span = @spans.find { |low, high, _| low <= point && point < high }
    span && span[2]
  end

  def spans
    @spans.map(&:dup)
  end
end
