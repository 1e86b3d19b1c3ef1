import java.util.ArrayList;
import java.util.List;

class Solution {
    /** Returns the delays of an exponential back-off that fit into the budget. */
    public static List<Long> retrySchedule(long base, long factor, long cap, long attempts, long budget) {
        if (base < 1 || factor < 1) {
            throw new IllegalArgumentException("base and factor must be at least 1");
        }
        if (cap < base) {
            throw new IllegalArgumentException("cap must not be less than base");
        }
        if (attempts < 0 || budget < 0) {
            throw new IllegalArgumentException("attempts and budget must not be negative");
        }
        List<Long> delays = new ArrayList<>();
        long delay = base;
        long left = budget;
        while (delays.size() < attempts && delay <= left) {
            delays.add(delay);
            left -= delay;
            delay = delay > cap / factor ? cap : delay * factor;
        }
        return delays;
    }
}
