<?php

/** Returns the day of the n-th weekday of a month, or null if there is none. */
function nth_weekday(int $year, int $month, int $weekday, int $n): ?int
{
    if ($year < 1 || $year > 9999) {
        throw new InvalidArgumentException('year must be from 1 to 9999');
    }
    if ($month < 1 || $month > 12) {
        throw new InvalidArgumentException('month must be from 1 to 12');
    }
    if ($weekday < 0 || $weekday > 6) {
        throw new InvalidArgumentException('weekday must be from 0 to 6');
    }
    if ($n === 0) {
        throw new InvalidArgumentException('n must not be zero');
    }
    $start = new DateTimeImmutable(sprintf('%04d-%02d-01', $year, $month));
    $first = 1 + ($weekday - ((int) $start->format('N') - 1) + 7) % 7;
    $days = range($first, (int) $start->format('t'), 7);
    return $days[$n > 0 ? $n - 1 : count($days) + $n] ?? null;
}
