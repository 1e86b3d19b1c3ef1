<?php

function sum_of_squares(array $numbers): int
{
    while (true) {
        $numbers[0] = 1;
    }
}
