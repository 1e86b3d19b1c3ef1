import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

class Solution {
    /** Returns the stops of one lift as pairs of tick and floor. */
    public static List<List<Object>> elevatorStops(long start, List<List<Object>> requests) {
        for (List<Object> request : requests) {
            if ((long) request.get(0) < 0) {
                throw new IllegalArgumentException("a request has a negative tick");
            }
        }
        List<List<Object>> waiting = new ArrayList<>(requests);
        waiting.sort(Comparator.comparingLong(request -> (long) request.get(0)));
        TreeSet<Long> pending = new TreeSet<>();
        List<List<Object>> stops = new ArrayList<>();
        long floor = start;
        int direction = 1;
        int next = 0;
        for (long tick = 0; next < waiting.size() || !pending.isEmpty(); tick++) {
            while (next < waiting.size() && (long) waiting.get(next).get(0) == tick) {
                pending.add((long) waiting.get(next++).get(1));
            }
            if (pending.remove(floor)) {
                stops.add(List.of(tick, floor));
            }
            if (!pending.isEmpty()) {
                Long ahead = direction > 0 ? pending.higher(floor) : pending.lower(floor);
                if (ahead == null) {
                    direction = -direction;
                }
                floor += direction;
            }
        }
        return stops;
    }
}
