<?php

const HEADINGS = ['N', 'E', 'S', 'W'];
const STEPS = [[0, 1], [1, 0], [0, -1], [-1, 0]];

/** Obeys the commands and returns position, heading and number of bumps. */
function drive_robot(int $width, int $height, array $start, string $heading, array $blocked, string $commands): array
{
    [$x, $y] = $start;
    $isFree = fn (int $x, int $y) => $x >= 0 && $x < $width && $y >= 0 && $y < $height && !in_array([$x, $y], $blocked, true);
    $direction = array_search($heading, HEADINGS, true);
    if (!$isFree($x, $y)) {
        throw new InvalidArgumentException('the start is not a free field of the grid');
    }
    if ($direction === false) {
        throw new InvalidArgumentException('unknown heading');
    }
    if (strspn($commands, 'LRFB') !== strlen($commands)) {
        throw new InvalidArgumentException('unknown command');
    }
    $bumps = 0;
    for ($index = 0; $index < strlen($commands); $index++) {
        $command = $commands[$index];
        if ($command === 'L' || $command === 'R') {
            $direction = ($direction + ($command === 'R' ? 1 : 3)) % 4;
            continue;
        }
        $sign = $command === 'F' ? 1 : -1;
        [$dx, $dy] = STEPS[$direction];
        if ($isFree($x + $sign * $dx, $y + $sign * $dy)) {
            $x += $sign * $dx;
            $y += $sign * $dy;
        } else {
            $bumps++;
        }
    }
    return [$x, $y, HEADINGS[$direction], $bumps];
}
