<?php

/** Returns the delays of an exponential back-off that fit into the budget. */
function retry_schedule(int $base, int $factor, int $cap, int $attempts, int $budget): array
{
    if ($base < 1 || $factor < 1) {
        throw new InvalidArgumentException('base and factor must be at least 1');
    }
    if ($cap < $base) {
        throw new InvalidArgumentException('cap must not be less than base');
    }
    if ($attempts < 0 || $budget < 0) {
        throw new InvalidArgumentException('attempts and budget must not be negative');
    }
    $delays = [];
    $delay = $base;
    while (count($delays) < $attempts && $delay <= $budget) {
        $delays[] = $delay;
        $budget -= $delay;
        // A product beyond 64 bits would become a float.
        $delay = $delay > intdiv($cap, $factor) ? $cap : $delay * $factor;
    }
    return $delays;
}
