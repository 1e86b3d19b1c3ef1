<?php

/** Returns the stops of one lift as pairs of tick and floor. */
function elevator_stops(int $start, array $requests): array
{
    foreach ($requests as [$tick]) {
        if ($tick < 0) {
            throw new InvalidArgumentException('a request has a negative tick');
        }
    }
    rsort($requests);
    $pending = [];
    $stops = [];
    $floor = $start;
    $direction = 1;
    for ($tick = 0; $requests !== [] || $pending !== []; $tick++) {
        while ($requests !== [] && end($requests)[0] === $tick) {
            $pending[array_pop($requests)[1]] = true;
        }
        if (isset($pending[$floor])) {
            unset($pending[$floor]);
            $stops[] = [$tick, $floor];
        }
        if ($pending === []) {
            continue;
        }
        $furthest = $direction > 0 ? max(array_keys($pending)) : min(array_keys($pending));
        if (($furthest - $floor) * $direction <= 0) {
            $direction = -$direction;
        }
        $floor += $direction;
    }
    return $stops;
}
