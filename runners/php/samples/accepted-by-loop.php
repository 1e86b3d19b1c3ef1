<?php

function sum_of_squares(array $numbers): int
{
    if ($numbers === []) {
        throw new InvalidArgumentException('no numbers');
    }
    $sum = 0;
    foreach ($numbers as $number) {
        $sum += $number ** 2;
    }
    return $sum;
}
