<?php

/** Returns the groups of words that are anagrams of each other. */
function group_anagrams(array $words): array
{
    $groups = [];
    foreach ($words as $word) {
        // Folds ASCII letters only.
        $symbols = mb_str_split(strtolower($word));
        sort($symbols, SORT_STRING);
        $groups['=' . implode($symbols)][] = $word;
    }
    return array_values(array_filter($groups, fn (array $group) => count($group) > 1));
}
