<?php

function sum_of_squares(array $numbers): int
{
    sleep(3600);
    return 0;
}
