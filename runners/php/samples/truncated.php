<?php

function sum_of_squares(array $numbers): int
{
    foreach ($numbers as $number) {
        $sum = $number *
