<?php

/** Bits of a fixed number. */
class BitField
{
    private array $bits;

    public function __construct(int $size)
    {
        if ($size < 0) {
            throw new InvalidArgumentException('size must not be negative');
        }
        $this->bits = array_fill(0, $size, false);
    }

    public function get(int $index): bool
    {
        $this->check($index >= 0 && $index < count($this->bits));
        return $this->bits[$index];
    }

    public function put(int $index, bool $bit): void
    {
        $this->check($index >= 0 && $index < count($this->bits));
        $this->bits[$index] = $bit;
    }

    public function fill(int $start, int $end, bool $bit): void
    {
        $this->check($start >= 0 && $start <= $end && $end <= count($this->bits));
        for ($index = $start; $index < $end; $index++) {
            $this->bits[$index] = $bit;
        }
    }

    public function ones(): int
    {
        return count(array_filter($this->bits));
    }

    public function pack(): string
    {
        $packed = '';
        foreach (array_chunk($this->bits, 8) as $chunk) {
            $byte = 0;
            foreach ($chunk as $place => $bit) {
                $byte |= (int) $bit << $place;
            }
            $packed .= chr($byte);
        }
        return $packed;
    }

    private function check(bool $is_inside): void
    {
        if (!$is_inside) {
            throw new OutOfRangeException('there is no such bit');
        }
    }
}
