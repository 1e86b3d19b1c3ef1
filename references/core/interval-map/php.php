<?php

/** A map from integers to texts, filled by half-open intervals. */
class IntervalMap
{
    private array $spans = [];

    public function assign(int $start, int $end, string $value): void
    {
        $this->clear($start, $end);
        $this->spans[] = [$start, $end, $value];
        usort($this->spans, fn (array $left, array $right) => $left[0] <=> $right[0]);
        $merged = [];
        foreach ($this->spans as $span) {
            $last = count($merged) - 1;
            if ($last >= 0 && $merged[$last][1] === $span[0] && $merged[$last][2] === $span[2]) {
                $merged[$last][1] = $span[1];
            } else {
                $merged[] = $span;
            }
        }
        $this->spans = $merged;
    }

    public function clear(int $start, int $end): void
    {
        if ($start >= $end) {
            throw new InvalidArgumentException('start must be less than end');
        }
        $kept = [];
        foreach ($this->spans as [$low, $high, $value]) {
            if ($low < min($high, $start)) {
                $kept[] = [$low, min($high, $start), $value];
            }
            if (max($low, $end) < $high) {
                $kept[] = [max($low, $end), $high, $value];
            }
        }
        $this->spans = $kept;
    }

    public function get(int $point): ?string
    {
        foreach ($this->spans as [$low, $high, $value]) {
            if ($low <= $point && $point < $high) {
                return $value;
            }
        }
        return null;
    }

    public function spans(): array
    {
        return $this->spans;
    }
}
