<?php

/** Returns the value of a piecewise linear function. */
function interpolate(array $points, float $position): float
{
    if ($points === []) {
        throw new InvalidArgumentException('there are no points');
    }
    foreach ($points as $index => [$x]) {
        if (!is_finite($x)) {
            throw new InvalidArgumentException('an x is not finite');
        }
        if ($index > 0 && $points[$index - 1][0] >= $x) {
            throw new InvalidArgumentException('the x are not strictly ascending');
        }
    }
    if (is_nan($position)) {
        return NAN;
    }
    if ($position <= $points[0][0]) {
        return $points[0][1];
    }
    for ($index = 1; $index < count($points); $index++) {
        [$x0, $y0] = $points[$index - 1];
        [$x1, $y1] = $points[$index];
        if ($position < $x1) {
            return $y0 + ($y1 - $y0) * ($position - $x0) / ($x1 - $x0);
        }
    }
    return end($points)[1];
}
