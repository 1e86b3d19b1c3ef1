using System;

/// <summary>A token bucket whose times are given by the caller.</summary>
public class TokenBucket
{
    private readonly long capacity;
    private readonly long interval;
    private long held;
    private long latest;

    public TokenBucket(long capacity, long interval)
    {
        if (capacity < 1 || interval < 1) throw new ArgumentException("capacity and interval must be at least 1");
        this.capacity = capacity;
        this.interval = interval;
        held = capacity;
    }

    public bool Allow(long time, long tokens)
    {
        CheckTokens(tokens);
        Advance(time);
        if (tokens > held) return false;
        held -= tokens;
        return true;
    }

    public long Available(long time)
    {
        Advance(time);
        return held;
    }

    public long Wait(long time, long tokens)
    {
        CheckTokens(tokens);
        Advance(time);
        long missing = tokens - held;
        return missing <= 0 ? 0 : (missing - 1) * interval + interval - time % interval;
    }

    private void CheckTokens(long tokens)
    {
        if (tokens < 1 || tokens > capacity)
        {
            throw new ArgumentException("a request must be for 1 to capacity tokens");
        }
    }

    /// <summary>Adds the tokens of the time since the latest use.</summary>
    private void Advance(long time)
    {
        if (time < latest) throw new InvalidOperationException("time runs backwards");
        held += Math.Min(capacity - held, time / interval - latest / interval);
        latest = time;
    }
}
