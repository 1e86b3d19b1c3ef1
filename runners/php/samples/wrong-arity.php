<?php

function sum_of_squares(array $numbers): int
{
    return array_sum($numbers, 2);
}
