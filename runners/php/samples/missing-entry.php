<?php

function sum_squares(array $numbers): int
{
    return array_sum(array_map(fn (int $number) => $number * $number, $numbers));
}
