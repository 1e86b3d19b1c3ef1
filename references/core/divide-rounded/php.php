<?php

const MODES = ['floor', 'ceiling', 'truncate', 'half_away', 'half_even'];

/** Divides exactly and rounds the quotient in the way the mode names. */
function divide_rounded(int $dividend, int $divisor, string $mode): int
{
    if (!in_array($mode, MODES, true)) {
        throw new InvalidArgumentException('unknown rounding mode: ' . $mode);
    }
    // Both fail where the language's own rules make it an ArithmeticError.
    $truncated = intdiv($dividend, $divisor);
    $remainder = $dividend % $divisor;
    if ($remainder === 0 || $mode === 'truncate') {
        return $truncated;
    }
    $away = ($remainder < 0) === ($divisor < 0) ? 1 : -1;
    if ($mode === 'floor' || $mode === 'ceiling') {
        return $truncated + ($away === ($mode === 'floor' ? -1 : 1) ? $away : 0);
    }
    // Negative magnitudes: every one of them fits.
    $part = -abs($remainder);
    $rest = ($divisor > 0 ? -$divisor : $divisor) - $part;
    if ($part !== $rest) {
        return $truncated + ($part < $rest ? $away : 0);
    }
    return $truncated + ($mode === 'half_away' || $truncated % 2 !== 0 ? $away : 0);
}
