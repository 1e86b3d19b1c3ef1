from typing import List, Tuple


def rotate_rings(matrix: List[List[int]], positions: int) -> None:
    """Rotate every ring of a matrix in place."""
    rows = len(matrix)
    columns = len(matrix[0]) if matrix else 0
    if any(len(row) != columns for row in matrix):
        raise ValueError("the rows have different lengths")
    for depth in range((min(rows, columns) + 1) // 2):
        cells = _ring(depth, rows - 1 - depth, columns - 1 - depth)
        values = [matrix[row][column] for row, column in cells]
        for index, (row, column) in enumerate(cells):
            matrix[row][column] = values[(index - positions) % len(values)]


def _ring(first: int, last_row: int, last_column: int) -> List[Tuple[int, int]]:
    """Return the cells of one ring, clockwise from its top left."""
    cells = [(first, column) for column in range(first, last_column + 1)]
    cells += [(row, last_column) for row in range(first + 1, last_row + 1)]
    if last_row > first and last_column > first:
        cells += [(last_row, column) for column in range(last_column - 1, first - 1, -1)]
        cells += [(row, first) for row in range(last_row - 1, first, -1)]
    return cells
