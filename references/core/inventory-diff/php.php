<?php

class Change
{
    public function __construct(public string $name, public ?int $before, public ?int $after)
    {
    }
}

/** Returns the changes between two inventories, sorted by name. */
function inventory_diff(array $before, array $after): array
{
    foreach ([...array_values($before), ...array_values($after)] as $amount) {
        if ($amount < 0) {
            throw new InvalidArgumentException('amounts must not be negative');
        }
    }
    $names = array_map('strval', array_keys($before + $after));
    sort($names, SORT_STRING);
    $changes = [];
    foreach ($names as $name) {
        $change = new Change($name, $before[$name] ?? null, $after[$name] ?? null);
        if ($change->before !== $change->after) {
            $changes[] = $change;
        }
    }
    return $changes;
}
