<?php

use Squaresum\Helpers\Total;

function sum_of_squares(array $numbers): int
{
    return (new Total())->of($numbers);
}
