<?php

class Total
{
}

function sum_of_squares(array $numbers): int
{
    return (new Total())->plus($numbers[0]);
}
