<?php

/** Returns how many bookings hold at most and the first span in which they do, or null. */
function busiest_span(array $bookings): ?array
{
    $changes = [];
    foreach ($bookings as [$start, $end]) {
        if ($start >= $end) {
            throw new InvalidArgumentException('a booking must end after it starts');
        }
        $changes[$start] = ($changes[$start] ?? 0) + 1;
        $changes[$end] = ($changes[$end] ?? 0) - 1;
    }
    $changes = array_filter($changes);
    ksort($changes);
    $times = array_keys($changes);
    $busiest = null;
    $holding = 0;
    foreach ($times as $index => $time) {
        $holding += $changes[$time];
        if ($busiest === null || $holding > $busiest[0]) {
            $busiest = [$holding, $time, $times[$index + 1]];
        }
    }
    return $busiest;
}
