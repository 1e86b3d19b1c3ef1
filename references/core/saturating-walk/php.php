<?php

/** Returns the final number and how many steps were clipped. */
function saturating_walk(int $start, array $steps, ?int $low, ?int $high): array
{
    $low ??= PHP_INT_MIN;
    $high ??= PHP_INT_MAX;
    if ($low > $high) {
        throw new InvalidArgumentException('low must not be above high');
    }
    if ($start < $low || $start > $high) {
        throw new OutOfRangeException('start must be within the limits');
    }
    $number = $start;
    $clipped = 0;
    foreach ($steps as $step) {
        // A sum outside 64 bits becomes a float, which is then beyond the limit on that side.
        $wanted = $number + $step;
        if (is_int($wanted) && $wanted >= $low && $wanted <= $high) {
            $number = $wanted;
        } else {
            $number = $step > 0 ? $high : $low;
            $clipped++;
        }
    }
    return [$number, $clipped];
}
