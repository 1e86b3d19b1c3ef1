<?php

const UNITS = [86_400_000, 3_600_000, 60_000, 1000, 1];
const PARTS = '/^(-?)(?=.)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?$/D';

/** Returns a duration such as "1h30m" in milliseconds. */
function parse_duration(string $text): int
{
    if (preg_match(PARTS, $text, $match) !== 1) {
        throw new InvalidArgumentException('not a duration: ' . $text);
    }
    // Summed with its sign: the smallest integer has no positive counterpart.
    $total = 0;
    foreach (UNITS as $index => $unit) {
        $digits = ltrim($match[$index + 2] ?? '', '0');
        $number = $match[1] . ($digits === '' ? '0' : $digits);
        if ($number !== (string) (int) $number && $number !== '-0') {
            throw new InvalidArgumentException('the duration does not fit in 64 bits');
        }
        $total += (int) $number * $unit;
        if (!is_int($total)) {
            throw new InvalidArgumentException('the duration does not fit in 64 bits');
        }
    }
    return $total;
}
