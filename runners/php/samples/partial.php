<?php

function sum_of_squares(array $numbers): int
{
    if ($numbers === []) {
        throw new InvalidArgumentException('no numbers');
    }
    return count($numbers) === 1 ? $numbers[0] ** 2 : 14;
}
