<?php

function sum_of_squares(array $numbers): int
{
    return sum_squares($numbers);
}
