<?php

class Point
{
    public function __construct(public int $x, public int $y)
    {
    }
}

/** Returns the points closest to the centre, nearest first. */
function closest_points(array $points, Point $centre, int $number): array
{
    if ($number < 0) {
        throw new InvalidArgumentException('number must not be negative');
    }
    $rank = fn (Point $point) => [($point->x - $centre->x) ** 2 + ($point->y - $centre->y) ** 2, $point->x, $point->y];
    usort($points, fn (Point $left, Point $right) => $rank($left) <=> $rank($right));
    return array_slice($points, 0, $number);
}
