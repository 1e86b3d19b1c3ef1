import java.util.Comparator;
import java.util.List;

record Point(long x, long y) {
}

class Solution {
    /** Returns the points closest to the centre, nearest first. */
    public static List<Point> closestPoints(List<Point> points, Point centre, long number) {
        if (number < 0) {
            throw new IllegalArgumentException("number must not be negative");
        }
        // The square of a distance is at most 8e18 and fits.
        Comparator<Point> byDistance = Comparator.comparingLong(point -> {
            long dx = point.x() - centre.x();
            long dy = point.y() - centre.y();
            return dx * dx + dy * dy;
        });
        return points.stream()
            .sorted(byDistance.thenComparingLong(Point::x).thenComparingLong(Point::y))
            .limit(number)
            .toList();
    }
}
