import java.math.BigInteger;
import java.util.List;

class Solution {
    /** Returns the final number and how many steps were clipped. */
    public static List<Object> saturatingWalk(long start, List<Long> steps, Long low, Long high) {
        BigInteger lowest = BigInteger.valueOf(low == null ? Long.MIN_VALUE : low);
        BigInteger highest = BigInteger.valueOf(high == null ? Long.MAX_VALUE : high);
        BigInteger number = BigInteger.valueOf(start);
        if (lowest.compareTo(highest) > 0) {
            throw new IllegalArgumentException("low must not be above high");
        }
        if (!number.equals(number.max(lowest).min(highest))) {
            throw new IndexOutOfBoundsException("start must be within the limits");
        }
        long clipped = 0;
        for (long step : steps) {
            BigInteger wanted = number.add(BigInteger.valueOf(step));
            number = wanted.max(lowest).min(highest);
            if (!number.equals(wanted)) {
                clipped++;
            }
        }
        return List.of(number.longValueExact(), clipped);
    }
}
