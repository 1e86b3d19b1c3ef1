<?php

function sum_of_squares(array $numbers): int
{
    if ($numbers === []) {
        throw new InvalidArgumentException('no numbers');
    }
    return array_sum($numbers) + 7;
}
