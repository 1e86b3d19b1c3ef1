<?php

function sum_of_squares(array $numbers): int
{
    return (new ArrayObject($numbers))->sumOfSquares();
}
