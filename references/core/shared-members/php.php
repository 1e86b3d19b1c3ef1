<?php

/** Returns the members of at least and at most so many groups. */
function shared_members(array $groups, int $least, ?int $most): array
{
    if ($least < 1 || ($most !== null && $most < $least)) {
        throw new InvalidArgumentException('the bounds are out of order');
    }
    $counts = array_count_values(array_merge(...$groups));
    return array_keys(array_filter(
        $counts,
        fn (int $count) => $count >= $least && ($most === null || $count <= $most),
    ));
}
