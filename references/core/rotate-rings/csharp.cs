using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Rotates every ring of a matrix in place.</summary>
    public static void RotateRings(List<List<long>> matrix, long positions)
    {
        int rows = matrix.Count;
        int columns = rows == 0 ? 0 : matrix[0].Count;
        if (matrix.Any(row => row.Count != columns)) throw new ArgumentException("the rows have different lengths");
        for (int depth = 0; depth < (Math.Min(rows, columns) + 1) / 2; depth++)
        {
            List<(int, int)> cells = Ring(depth, rows - 1 - depth, columns - 1 - depth);
            List<long> values = cells.Select(cell => matrix[cell.Item1][cell.Item2]).ToList();
            long shift = (positions % cells.Count + cells.Count) % cells.Count;
            for (int index = 0; index < cells.Count; index++)
            {
                var (row, column) = cells[(int)((index + shift) % cells.Count)];
                matrix[row][column] = values[index];
            }
        }
    }

    /// <summary>Returns the cells of one ring, clockwise from its top left.</summary>
    private static List<(int, int)> Ring(int first, int lastRow, int lastColumn)
    {
        var cells = new List<(int, int)>();
        for (int column = first; column <= lastColumn; column++) cells.Add((first, column));
        for (int row = first + 1; row <= lastRow; row++) cells.Add((row, lastColumn));
        if (lastRow > first && lastColumn > first)
        {
            for (int column = lastColumn - 1; column >= first; column--) cells.Add((lastRow, column));
            for (int row = lastRow - 1; row > first; row--) cells.Add((row, first));
        }
        return cells;
    }
}
