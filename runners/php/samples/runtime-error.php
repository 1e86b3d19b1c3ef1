<?php

function sum_of_squares(array $numbers): int
{
    return intdiv($numbers[0], 0) + strlen([]);
}
