<?php

function sum_of_squares(array $numbers): int
{
    if ($numbers === []) {
        throw new InvalidArgumentException('no numbers');
    }
    return array_sum(array_map(fn (int $number) => $number * $number, $numbers));
}
