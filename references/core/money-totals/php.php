<?php

class Money
{
    public function __construct(public string $currency, public int $cents)
    {
    }
}

/** Returns the total of each currency, sorted by currency. */
function money_totals(array $amounts): array
{
    foreach ($amounts as $amount) {
        if (!preg_match('/^[A-Z]{3}$/D', $amount->currency)) {
            throw new InvalidArgumentException('a currency must be three letters');
        }
    }
    $totals = [];
    foreach ($amounts as $amount) {
        $total = ($totals[$amount->currency] ?? 0) + $amount->cents;
        // A sum outside 64 bits becomes a float.
        if (!is_int($total)) {
            throw new ArithmeticError('a total leaves 64 bits');
        }
        $totals[$amount->currency] = $total;
    }
    ksort($totals, SORT_STRING);
    return array_map(fn (string $currency) => new Money($currency, $totals[$currency]), array_keys($totals));
}
