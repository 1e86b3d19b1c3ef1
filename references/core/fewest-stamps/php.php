<?php

/** Returns the fewest stamps that add up to the postage, largest first, or null. */
function fewest_stamps(array $values, int $postage): ?array
{
    rsort($values);
    if ($postage < 0 || ($values !== [] && end($values) < 1)) {
        throw new InvalidArgumentException('values must be positive');
    }
    $counts = [0];
    for ($total = 1; $total <= $postage; $total++) {
        $best = PHP_INT_MAX;
        foreach ($values as $value) {
            if ($value <= $total) {
                $best = min($best, $counts[$total - $value]);
            }
        }
        $counts[] = $best === PHP_INT_MAX ? $best : $best + 1;
    }
    if ($counts[$postage] === PHP_INT_MAX) {
        return null;
    }
    $stamps = [];
    $left = $postage;
    foreach ($values as $value) {
        while ($left >= $value && $counts[$left - $value] === $counts[$left] - 1) {
            $stamps[] = $value;
            $left -= $value;
        }
    }
    return $stamps;
}
