# A bounded map that drops the entry used longest ago.
class LruCache
  def initialize(capacity)
    raise ArgumentError, "capacity must be at least 1" if capacity < 1

    @capacity = capacity
    # A hash keeps the order of insertion: the entry used last is always the last one.
    @entries = {}
  end

  def get(key)
    return nil unless @entries.key?(key)

    @entries[key] = @entries.delete(key)
  end

  def put(key, value)
    dropped = nil
    dropped, = @entries.shift if !@entries.key?(key) && @entries.size >= @capacity
    @entries.delete(key)
    @entries[key] = value
    dropped
  end

  def remove(key)
    raise KeyError, "the key is not there" unless @entries.key?(key)

    @entries.delete(key)
  end

  def keys
    @entries.keys.reverse
  end
end
