class InvalidArgumentError extends Error {}
class InvalidStateError extends Error {}

/** A token bucket whose times are given by the caller. */
class TokenBucket {
  private capacity: bigint;
  private interval: bigint;
  private tokens: bigint;
  private time = 0n;

  constructor(capacity: bigint, interval: bigint) {
    if (capacity < 1n || interval < 1n) throw new InvalidArgumentError("capacity and interval must be at least 1");
    this.capacity = capacity;
    this.interval = interval;
    this.tokens = capacity;
  }

  allow(time: bigint, tokens: bigint): boolean {
    this.checkTokens(tokens);
    this.advance(time);
    if (tokens > this.tokens) return false;
    this.tokens -= tokens;
    return true;
  }

  available(time: bigint): bigint {
    this.advance(time);
    return this.tokens;
  }

  wait(time: bigint, tokens: bigint): bigint {
    this.checkTokens(tokens);
    this.advance(time);
    const missing = tokens - this.tokens;
    if (missing <= 0n) return 0n;
    return (time / this.interval + missing) * this.interval - time;
  }

  private checkTokens(tokens: bigint): void {
    if (tokens < 1n || tokens > this.capacity) throw new InvalidArgumentError("a request is for 1 to capacity tokens");
  }

  /** Adds the tokens of the time since the latest use. */
  private advance(time: bigint): void {
    if (time < this.time) throw new InvalidStateError("time runs backwards");
    const tokens = this.tokens + time / this.interval - this.time / this.interval;
    this.tokens = tokens < this.capacity ? tokens : this.capacity;
    this.time = time;
  }
}
