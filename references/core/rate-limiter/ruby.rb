# A token bucket whose times are given by the caller.
class TokenBucket
  def initialize(capacity, interval)
    raise ArgumentError, "capacity and interval must be at least 1" if capacity < 1 || interval < 1

    @capacity = capacity
    @interval = interval
    @tokens = capacity
    @time = 0
  end

  def allow(time, tokens)
    check_tokens(tokens)
    advance(time)
    return false if tokens > @tokens

    @tokens -= tokens
    true
  end

  def available(time)
    advance(time)
    @tokens
  end

  def wait(time, tokens)
    check_tokens(tokens)
    advance(time)
    missing = tokens - @tokens
    return 0 unless missing.positive?

    (time / @interval + missing) * @interval - time
  end

  private

  def check_tokens(tokens)
    raise ArgumentError, "a request must be for 1 to capacity tokens" unless tokens.between?(1, @capacity)
  end

  # Adds the tokens of the time since the latest use.
  def advance(time)
    raise "time runs backwards" if time < @time

    added = time / @interval - @time / @interval
    @tokens = [@capacity, @tokens + added].min
    @time = time
  end
end
