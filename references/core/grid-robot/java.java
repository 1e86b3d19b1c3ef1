import java.util.List;
import java.util.Set;

class Solution {
    private static final String HEADINGS = "NESW";
    private static final int[] STEPS_X = {0, 1, 0, -1};
    private static final int[] STEPS_Y = {1, 0, -1, 0};

    /** Obeys the commands and returns position, heading and number of bumps. */
    public static List<Object> driveRobot(
        long width, long height, List<Object> start, String heading, Set<List<Object>> blocked, String commands) {
        long x = (long) start.get(0);
        long y = (long) start.get(1);
        if (x < 0 || x >= width || y < 0 || y >= height || blocked.contains(start)) {
            throw new IllegalArgumentException("the start is not a free field of the grid");
        }
        int direction = heading.length() == 1 ? HEADINGS.indexOf(heading) : -1;
        if (direction < 0) {
            throw new IllegalArgumentException("unknown heading");
        }
        if (!commands.matches("(?s)[LRFB]*")) {
            throw new IllegalArgumentException("unknown command");
        }
        long bumps = 0;
        for (char command : commands.toCharArray()) {
            if (command == 'L') {
                direction = (direction + 3) % 4;
            } else if (command == 'R') {
                direction = (direction + 1) % 4;
            } else {
                int sign = command == 'F' ? 1 : -1;
                long nextX = x + sign * STEPS_X[direction];
                long nextY = y + sign * STEPS_Y[direction];
                boolean isInside = nextX >= 0 && nextX < width && nextY >= 0 && nextY < height;
                if (isInside && !blocked.contains(List.of(nextX, nextY))) {
                    x = nextX;
                    y = nextY;
                } else {
                    bumps++;
                }
            }
        }
        return List.of(x, y, HEADINGS.substring(direction, direction + 1), bumps);
    }
}
