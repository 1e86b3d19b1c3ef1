<?php

/** Returns the number of lakes and the size of the largest. */
function largest_lake(array $rows): array
{
    $height = count($rows);
    $width = strlen($rows[0] ?? '');
    foreach ($rows as $row) {
        if (strlen($row) !== $width || strspn($row, '~#') !== $width) {
            throw new InvalidArgumentException('not a map');
        }
    }
    $lakes = 0;
    $largest = 0;
    for ($y = 0; $y < $height; $y++) {
        for ($x = 0; $x < $width; $x++) {
            if ($rows[$y][$x] !== '~') {
                continue;
            }
            [$size, $isLake] = drain($rows, $y, $x);
            if ($isLake) {
                $lakes++;
                $largest = max($largest, $size);
            }
        }
    }
    return [$lakes, $largest];
}

/** Removes one body of water from the map; returns its size and whether it is a lake. */
function drain(array &$rows, int $y, int $x): array
{
    $stack = [[$y, $x]];
    $rows[$y][$x] = '#';
    $size = 0;
    $isLake = true;
    while ($stack !== []) {
        [$row, $column] = array_pop($stack);
        $size++;
        foreach ([[$row - 1, $column], [$row + 1, $column], [$row, $column - 1], [$row, $column + 1]] as [$r, $c]) {
            if ($r < 0 || $c < 0 || $r >= count($rows) || $c >= strlen($rows[$r])) {
                $isLake = false;
            } elseif ($rows[$r][$c] === '~') {
                $rows[$r][$c] = '#';
                $stack[] = [$r, $c];
            }
        }
    }
    return [$size, $isLake];
}
