# A queue that keeps the candidates for its minimum in a second queue.
class MinQueue
  def initialize
    @values = []
    @candidates = []
  end

  def push(value)
    @candidates.pop while @candidates.any? && @candidates.last > value
    @candidates.push(value)
    @values.push(value)
  end

  def pop
    raise IndexError, "pop from an empty queue" if @values.empty?

    value = @values.shift
    @candidates.shift if value == @candidates.first
    value
  end

  def minimum
    raise IndexError, "minimum of an empty queue" if @values.empty?

    @candidates.first
  end

  def size
    @values.size
  end
end
