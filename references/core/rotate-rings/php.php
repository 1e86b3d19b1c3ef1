<?php

/** Rotates every ring of a matrix in place. */
function rotate_rings(array &$matrix, int $positions): void
{
    $rows = count($matrix);
    $columns = count($matrix[0] ?? []);
    foreach ($matrix as $row) {
        if (count($row) !== $columns) {
            throw new InvalidArgumentException('the rows have different lengths');
        }
    }
    for ($depth = 0; $depth < intdiv(min($rows, $columns) + 1, 2); $depth++) {
        $cells = ring($depth, $rows - 1 - $depth, $columns - 1 - $depth);
        $size = count($cells);
        $values = array_map(fn (array $cell) => $matrix[$cell[0]][$cell[1]], $cells);
        foreach ($cells as $index => [$row, $column]) {
            $matrix[$row][$column] = $values[($index - $positions % $size + $size) % $size];
        }
    }
}

/** Returns the cells of one ring, clockwise from its top left. */
function ring(int $first, int $last_row, int $last_column): array
{
    $cells = [];
    for ($column = $first; $column <= $last_column; $column++) {
        $cells[] = [$first, $column];
    }
    for ($row = $first + 1; $row <= $last_row; $row++) {
        $cells[] = [$row, $last_column];
    }
    if ($last_row > $first && $last_column > $first) {
        for ($column = $last_column - 1; $column >= $first; $column--) {
            $cells[] = [$last_row, $column];
        }
        for ($row = $last_row - 1; $row > $first; $row--) {
            $cells[] = [$row, $first];
        }
    }
    return $cells;
}
