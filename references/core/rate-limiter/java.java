/** A token bucket whose times are given by the caller. */
class TokenBucket {
    private final long capacity;
    private final long interval;
    private long held;
    private long latest;

    public TokenBucket(long capacity, long interval) {
        if (capacity < 1 || interval < 1) {
            throw new IllegalArgumentException("capacity and interval must be at least 1");
        }
        this.capacity = capacity;
        this.interval = interval;
        this.held = capacity;
    }

    public boolean allow(long time, long tokens) {
        checkTokens(tokens);
        advance(time);
        if (tokens > held) {
            return false;
        }
        held -= tokens;
        return true;
    }

    public long available(long time) {
        advance(time);
        return held;
    }

    public long wait(long time, long tokens) {
        checkTokens(tokens);
        advance(time);
        long missing = tokens - held;
        return missing <= 0 ? 0 : (missing - 1) * interval + (interval - time % interval);
    }

    private void checkTokens(long tokens) {
        if (tokens < 1 || tokens > capacity) {
            throw new IllegalArgumentException("a request must be for 1 to capacity tokens");
        }
    }

    /** Adds the tokens of the time since the latest use. */
    private void advance(long time) {
        if (time < latest) {
            throw new IllegalStateException("time runs backwards");
        }
        long added = time / interval - latest / interval;
        held += Math.min(capacity - held, added);
        latest = time;
    }
}
