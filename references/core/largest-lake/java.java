import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

class Solution {
    /** Returns the number of lakes and the size of the largest. */
    public static List<Object> largestLake(List<String> rows) {
        int height = rows.size();
        int width = height == 0 ? 0 : rows.get(0).length();
        boolean[][] water = new boolean[height][width];
        for (int y = 0; y < height; y++) {
            String row = rows.get(y);
            if (row.length() != width || !row.matches("[~#]*")) {
                throw new IllegalArgumentException("not a map");
            }
            for (int x = 0; x < width; x++) {
                water[y][x] = row.charAt(x) == '~';
            }
        }
        long lakes = 0;
        long largest = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                long size = water[y][x] ? drain(water, y, x) : 0;
                if (size > 0) {
                    lakes++;
                    largest = Math.max(largest, size);
                }
            }
        }
        return List.of(lakes, largest);
    }

    /** Removes a body of water; returns its size, or 0 if it is sea. */
    private static long drain(boolean[][] water, int startY, int startX) {
        int lastY = water.length - 1;
        int lastX = water[0].length - 1;
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {startY, startX});
        water[startY][startX] = false;
        long size = 0;
        boolean isLake = true;
        while (!open.isEmpty()) {
            int[] field = open.remove();
            int y = field[0];
            int x = field[1];
            size++;
            isLake &= y > 0 && y < lastY && x > 0 && x < lastX;
            for (int[] next : new int[][] {{y - 1, x}, {y + 1, x}, {y, x - 1}, {y, x + 1}}) {
                boolean isInside = next[0] >= 0 && next[0] <= lastY && next[1] >= 0 && next[1] <= lastX;
                if (isInside && water[next[0]][next[1]]) {
                    water[next[0]][next[1]] = false;
                    open.add(next);
                }
            }
        }
        return isLake ? size : 0;
    }
}
