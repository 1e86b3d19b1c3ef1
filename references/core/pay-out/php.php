<?php

/** Returns how many coins of each value are paid. */
function pay_out(int $amount, array $stock): array
{
    foreach ($stock as $value => $number) {
        if ($value < 1 || $number < 0) {
            throw new InvalidArgumentException('values and numbers must not be negative');
        }
    }
    if ($amount < 0) {
        throw new InvalidArgumentException('the amount must not be negative');
    }
    krsort($stock);
    $paid = [];
    foreach ($stock as $value => $available) {
        $number = min($available, intdiv($amount, $value));
        if ($number > 0) {
            $paid[$value] = $number;
            $amount -= $number * $value;
        }
    }
    if ($amount !== 0) {
        throw new LogicException('the amount cannot be paid exactly');
    }
    return $paid;
}
