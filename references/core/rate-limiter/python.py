class TokenBucket:
    """A token bucket whose times are given by the caller."""

    def __init__(self, capacity: int, interval: int) -> None:
        if capacity < 1 or interval < 1:
            raise ValueError("capacity and interval must be at least 1")
        self._capacity = capacity
        self._interval = interval
        self._tokens = capacity
        self._time = 0

    def allow(self, time: int, tokens: int) -> bool:
        self._check_tokens(tokens)
        self._advance(time)
        if tokens > self._tokens:
            return False
        self._tokens -= tokens
        return True

    def available(self, time: int) -> int:
        self._advance(time)
        return self._tokens

    def wait(self, time: int, tokens: int) -> int:
        self._check_tokens(tokens)
        self._advance(time)
        missing = tokens - self._tokens
        if missing <= 0:
            return 0
        return (time // self._interval + missing) * self._interval - time

    def _check_tokens(self, tokens: int) -> None:
        if not 1 <= tokens <= self._capacity:
            raise ValueError("a request must be for 1 to capacity tokens")

    def _advance(self, time: int) -> None:
        """Add the tokens of the time since the latest use."""
        if time < self._time:
            raise RuntimeError("time runs backwards")
        added = time // self._interval - self._time // self._interval
        self._tokens = min(self._capacity, self._tokens + added)
        self._time = time
