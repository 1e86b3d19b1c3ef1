# A bounded queue of texts whose owner can close it.
class BoundedQueue
  def initialize(capacity)
    raise ArgumentError, "capacity must be at least 1" if capacity < 1

    @capacity = capacity
    @texts = []
    @closed = false
  end

  def put(text)
    raise SecurityError, "the queue is closed" if @closed
    raise "the queue is full" if @texts.size >= @capacity

    @texts.push(text)
  end

  def take
    raise IndexError, "the queue is empty" if @texts.empty?

    @texts.shift
  end

  def close
    raise "the queue is closed already" if @closed

    @closed = true
  end

  def size
    @texts.size
  end

  def finished
    @closed && @texts.empty?
  end
end
