<?php

function square(int $number): int
{
    return $number * $number;
}

function sum_of_squares(array $numbers): int
{
    return square();
}
