<?php

/** Returns the groups of linked items, the larger groups first. */
function connected_groups(int $count, array $links): array
{
    if ($count < 0) {
        throw new InvalidArgumentException('count must not be negative');
    }
    $parent = $count > 0 ? range(0, $count - 1) : [];
    $find = function (int $item) use (&$parent): int {
        while ($parent[$item] !== $item) {
            $item = $parent[$item];
        }
        return $item;
    };
    foreach ($links as $link) {
        if (min($link) < 0 || max($link) >= $count) {
            throw new OutOfRangeException('link to an item that does not exist');
        }
        $parent[$find($link[0])] = $find($link[1]);
    }
    $groups = [];
    for ($item = 0; $item < $count; $item++) {
        $groups[$find($item)][] = $item;
    }
    usort($groups, fn (array $left, array $right) => [count($right), $left[0]] <=> [count($left), $right[0]]);
    return $groups;
}
