<?php

/** Counts the pairs in the wrong order that are at most window apart. */
function count_inversions(array $numbers, int $window): int
{
    if ($window < 1) {
        throw new InvalidArgumentException('window must be at least 1');
    }
    $total = 0;
    foreach ($numbers as $right => $number) {
        for ($left = max(0, $right - min($window, $right)); $left < $right; $left++) {
            if ($numbers[$left] > $number) {
                $total++;
            }
        }
    }
    return $total;
}
