<?php

/** Returns the modules so that each comes after all it needs. */
function build_order(array $needs): array
{
    $missing = [];
    foreach ($needs as $module => $others) {
        $missing[$module] = array_flip($others);
        foreach ($others as $other) {
            $missing[$other] ??= array_flip($needs[$other] ?? []);
        }
    }
    $order = [];
    while ($missing !== []) {
        $ready = array_map('strval', array_keys(array_filter($missing, fn (array $others) => $others === [])));
        if ($ready === []) {
            throw new InvalidArgumentException('the needs form a circle');
        }
        // UTF-8 keeps the order of code points.
        sort($ready, SORT_STRING);
        $order[] = $ready[0];
        unset($missing[$ready[0]]);
        foreach (array_keys($missing) as $module) {
            unset($missing[$module][$ready[0]]);
        }
    }
    return $order;
}
