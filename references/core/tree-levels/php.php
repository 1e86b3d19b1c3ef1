<?php

/** Returns the nodes of a tree level by level. */
function tree_levels(array $parents): array
{
    $children = [];
    $level = [];
    foreach ($parents as $node => $parent) {
        if ($parent === null) {
            $level[] = $node;
        } elseif ($parent >= 0 && $parent < count($parents)) {
            $children[$parent][] = $node;
        } else {
            throw new OutOfRangeException('a parent does not exist');
        }
    }
    if ($parents === []) {
        return [];
    }
    if (count($level) !== 1) {
        throw new InvalidArgumentException('a tree has exactly one root');
    }
    $levels = [];
    $reached = 0;
    while ($level !== []) {
        $levels[] = $level;
        $reached += count($level);
        $level = array_merge(...array_map(fn (int $node) => $children[$node] ?? [], $level));
        sort($level);
    }
    if ($reached < count($parents)) {
        throw new InvalidArgumentException('some nodes cannot be reached from the root');
    }
    return $levels;
}
