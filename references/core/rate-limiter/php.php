<?php

/** A token bucket whose times are given by the caller. */
class TokenBucket
{
    private int $tokens;
    private int $time = 0;

    public function __construct(private int $capacity, private int $interval)
    {
        if ($capacity < 1 || $interval < 1) {
            throw new InvalidArgumentException('capacity and interval must be at least 1');
        }
        $this->tokens = $capacity;
    }

    public function allow(int $time, int $tokens): bool
    {
        $this->checkTokens($tokens);
        $this->advance($time);
        if ($tokens > $this->tokens) {
            return false;
        }
        $this->tokens -= $tokens;
        return true;
    }

    public function available(int $time): int
    {
        $this->advance($time);
        return $this->tokens;
    }

    public function wait(int $time, int $tokens): int
    {
        $this->checkTokens($tokens);
        $this->advance($time);
        $missing = $tokens - $this->tokens;
        return $missing <= 0 ? 0 : $missing * $this->interval - $time % $this->interval;
    }

    private function checkTokens(int $tokens): void
    {
        if ($tokens < 1 || $tokens > $this->capacity) {
            throw new InvalidArgumentException('a request must be for 1 to capacity tokens');
        }
    }

    /** Adds the tokens of the time since the latest use. */
    private function advance(int $time): void
    {
        if ($time < $this->time) {
            throw new LogicException('time runs backwards');
        }
        $added = intdiv($time, $this->interval) - intdiv($this->time, $this->interval);
        // The difference first: a sum could exceed 64 bits.
        $this->tokens += min($added, $this->capacity - $this->tokens);
        $this->time = $time;
    }
}
