<?php

/** Merges the closed intervals that share an integer. */
function merge_intervals(array $intervals): array
{
    foreach ($intervals as $interval) {
        if (count($interval) !== 2 || $interval[0] > $interval[1]) {
            throw new InvalidArgumentException('an interval is a start and an end not before it');
        }
    }
    sort($intervals);
    $merged = [];
    foreach ($intervals as [$start, $end]) {
        $last = count($merged) - 1;
        if ($last >= 0 && $start <= $merged[$last][1]) {
            $merged[$last][1] = max($merged[$last][1], $end);
        } else {
            $merged[] = [$start, $end];
        }
    }
    return $merged;
}
