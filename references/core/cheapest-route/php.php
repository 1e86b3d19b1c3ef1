<?php

/** Returns price and towns of the cheapest route, or null if there is none. */
function cheapest_route(int $count, array $roads, int $start, int $goal): ?array
{
    $towns = [$start, $goal];
    foreach ($roads as [$source, $target]) {
        array_push($towns, $source, $target);
    }
    if (min($towns) < 0 || max($towns) >= $count) {
        throw new OutOfRangeException('not a town');
    }
    $leaving = [];
    foreach ($roads as [$source, $target, $price]) {
        if ($price < 0) {
            throw new InvalidArgumentException('a price must not be negative');
        }
        $leaving[$source][] = [$target, $price];
    }
    $done = [];
    $queue = [[0, 1, [$start]]];
    while ($queue !== []) {
        // Arrays of equal length compare element by element.
        $best = min($queue);
        unset($queue[array_search($best, $queue, true)]);
        [$total, $length, $route] = $best;
        $town = end($route);
        if ($town === $goal) {
            return [$total, $route];
        }
        if (isset($done[$town])) {
            continue;
        }
        $done[$town] = true;
        foreach ($leaving[$town] ?? [] as [$target, $price]) {
            if (!isset($done[$target])) {
                $queue[] = [$total + $price, $length + 1, [...$route, $target]];
            }
        }
    }
    return null;
}
