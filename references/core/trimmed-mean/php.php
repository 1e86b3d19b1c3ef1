<?php

/** Returns the mean of the values between the trimmed ends. */
function trimmed_mean(array $values, float $trim): ?float
{
    if (!($trim >= 0.0 && $trim < 0.5)) {
        throw new InvalidArgumentException('trim must be at least 0 and less than 0.5');
    }
    $ordered = array_values(array_filter($values, fn (float $value) => !is_nan($value)));
    if ($ordered === []) {
        return null;
    }
    sort($ordered);
    $cut = (int) (count($ordered) * $trim);
    $kept = array_slice($ordered, $cut, count($ordered) - 2 * $cut);
    return array_sum($kept) / count($kept);
}
