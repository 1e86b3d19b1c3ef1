<?php

/** Rearranges the list in place and tells whether a greater arrangement existed. */
function next_arrangement(array &$numbers): bool
{
    $pivot = count($numbers) - 2;
    while ($pivot >= 0 && $numbers[$pivot] >= $numbers[$pivot + 1]) {
        $pivot--;
    }
    if ($pivot < 0) {
        $numbers = array_reverse($numbers);
        return false;
    }
    $successor = count($numbers) - 1;
    while ($numbers[$successor] <= $numbers[$pivot]) {
        $successor--;
    }
    [$numbers[$pivot], $numbers[$successor]] = [$numbers[$successor], $numbers[$pivot]];
    $tail = array_splice($numbers, $pivot + 1);
    $numbers = array_merge($numbers, array_reverse($tail));
    return true;
}
