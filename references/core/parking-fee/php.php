<?php

const FREE_MINUTES = 15;
const MINUTES_PER_DAY = 1440;

/** Returns the fee of one stay in cents. */
function parking_fee(int $minutes, int $hourly, int $daily_cap): int
{
    if ($minutes < 0 || $hourly < 0 || $daily_cap < 0) {
        throw new InvalidArgumentException('minutes and prices must not be negative');
    }
    if ($minutes <= FREE_MINUTES) {
        return 0;
    }
    $full_days = intdiv($minutes, MINUTES_PER_DAY);
    $started_hours = intdiv($minutes % MINUTES_PER_DAY + 59, 60);
    return $full_days * min(24 * $hourly, $daily_cap) + min($started_hours * $hourly, $daily_cap);
}
