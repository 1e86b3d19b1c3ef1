import java.util.ArrayList;
import java.util.List;

class Solution {
    /** Rotates every ring of a matrix in place. */
    public static void rotateRings(List<List<Long>> matrix, long positions) {
        int rows = matrix.size();
        int columns = rows == 0 ? 0 : matrix.get(0).size();
        for (List<Long> row : matrix) {
            if (row.size() != columns) {
                throw new IllegalArgumentException("the rows have different lengths");
            }
        }
        for (int depth = 0; depth < (Math.min(rows, columns) + 1) / 2; depth++) {
            List<int[]> cells = ring(depth, rows - 1 - depth, columns - 1 - depth);
            int length = cells.size();
            int shift = (int) Math.floorMod(positions, (long) length);
            List<Long> values = new ArrayList<>();
            for (int[] cell : cells) {
                values.add(matrix.get(cell[0]).get(cell[1]));
            }
            for (int index = 0; index < length; index++) {
                int[] cell = cells.get((index + shift) % length);
                matrix.get(cell[0]).set(cell[1], values.get(index));
            }
        }
    }

    /** Returns the cells of one ring, clockwise from its top left. */
    private static List<int[]> ring(int first, int lastRow, int lastColumn) {
        List<int[]> cells = new ArrayList<>();
        for (int column = first; column <= lastColumn; column++) {
            cells.add(new int[] {first, column});
        }
        for (int row = first + 1; row <= lastRow; row++) {
            cells.add(new int[] {row, lastColumn});
        }
        if (lastRow > first && lastColumn > first) {
            for (int column = lastColumn - 1; column >= first; column--) {
                cells.add(new int[] {lastRow, column});
            }
            for (int row = lastRow - 1; row > first; row--) {
                cells.add(new int[] {row, first});
            }
        }
        return cells;
    }
}
