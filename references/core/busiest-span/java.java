import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class Solution {
    /** Returns how many bookings hold at most and the first span in which they do, or null. */
    public static List<Object> busiestSpan(List<List<Object>> bookings) {
        TreeMap<Long, Long> changes = new TreeMap<>();
        for (List<Object> booking : bookings) {
            long start = (long) booking.get(0);
            long end = (long) booking.get(1);
            if (start >= end) {
                throw new IllegalArgumentException("a booking must end after it starts");
            }
            changes.merge(start, 1L, Long::sum);
            changes.merge(end, -1L, Long::sum);
        }
        changes.values().removeIf(change -> change == 0);
        List<Object> busiest = null;
        long most = 0;
        long holding = 0;
        for (Map.Entry<Long, Long> change : changes.entrySet()) {
            holding += change.getValue();
            if (holding > most) {
                most = holding;
                busiest = List.of(holding, change.getKey(), changes.higherKey(change.getKey()));
            }
        }
        return busiest;
    }
}
