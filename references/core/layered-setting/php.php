<?php

/** Returns the setting of the first layer that has the key, or the fallback. */
function layered_setting(array $layers, string $key, ?int $fallback): int
{
    $text = null;
    foreach ($layers as $layer) {
        if (array_key_exists($key, $layer)) {
            $text = $layer[$key];
            break;
        }
    }
    if ($text === null) {
        return $fallback ?? throw new OutOfBoundsException('there is no such setting');
    }
    if (!preg_match('/^(-?)0*([0-9]+)$/D', $text, $match)) {
        throw new TypeError('the setting is not an integer');
    }
    // A number that does not fit is clamped, which changes its digits.
    $number = (int) $text;
    if ($number !== 0 && (string) $number !== $match[1] . $match[2]) {
        throw new OutOfRangeException('the setting is outside 64 bits');
    }
    return $number;
}
