<?php

const REGULAR_KICKS = 5;

/** Returns the winner and the number of kicks taken when it was decided. */
function shootout(array $kicks): array
{
    $goals = [0, 0];
    foreach ($kicks as $index => $scored) {
        $goals[$index % 2] += (int) $scored;
        $taken = $index + 1;
        $winner = winner_after($taken, ...$goals);
        if ($winner === null) {
            continue;
        }
        if ($taken < count($kicks)) {
            throw new InvalidArgumentException('a kick was taken after the decision');
        }
        return [$winner, $taken];
    }
    return ['open', count($kicks)];
}

function winner_after(int $taken, int $goals_a, int $goals_b): ?string
{
    if ($taken > 2 * REGULAR_KICKS && $taken % 2 === 1) {
        return null;
    }
    $left_a = max(0, REGULAR_KICKS - intdiv($taken + 1, 2));
    $left_b = max(0, REGULAR_KICKS - intdiv($taken, 2));
    if ($goals_a > $goals_b + $left_b) {
        return 'A';
    }
    return $goals_b > $goals_a + $left_a ? 'B' : null;
}
