<?php

/** Returns the values in order, minus zero before plus zero and NaN last. */
function sort_floats(array $values, bool $descending): array
{
    $numbers = array_filter($values, fn (float $value) => !is_nan($value));
    usort($numbers, fn (float $left, float $right) => $left <=> $right ?: is_negative($right) <=> is_negative($left));
    if ($descending) {
        $numbers = array_reverse($numbers);
    }
    return array_pad($numbers, count($values), NAN);
}

function is_negative(float $value): bool
{
    // Minus zero equals zero; its quotient does not.
    return $value < 0.0 || $value === 0.0 && fdiv(1.0, $value) < 0.0;
}
