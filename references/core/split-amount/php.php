<?php

/** Splits an amount in proportion to weights without losing a cent. */
function split_amount(int $amount, array $weights): array
{
    if ($weights !== [] && min($weights) < 0) {
        throw new InvalidArgumentException('weights must not be negative');
    }
    $total = array_sum($weights);
    if ($total === 0) {
        throw new ArithmeticError('the weights add up to zero');
    }
    $sign = $amount < 0 ? -1 : 1;
    $shares = array_map(fn (int $weight) => intdiv(abs($amount) * $weight, $total), $weights);
    $lost = array_map(fn (int $weight) => abs($amount) * $weight % $total, $weights);
    arsort($lost);
    foreach (array_slice(array_keys($lost), 0, abs($amount) - array_sum($shares)) as $person) {
        $shares[$person]++;
    }
    return array_map(fn (int $share) => $sign * $share, $shares);
}
