<?php

function sum_of_squares(array $numbers)
{
    if ($numbers === []) {
        throw new InvalidArgumentException('no numbers');
    }
    return (string) array_sum(array_map(fn (int $number) => $number * $number, $numbers));
}
