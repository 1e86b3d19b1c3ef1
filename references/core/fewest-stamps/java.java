import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

class Solution {
    private static final int UNREACHABLE = Integer.MAX_VALUE - 1;

    /** Returns the fewest stamps that add up to the postage, largest first, or null. */
    public static List<Long> fewestStamps(Set<Long> values, long postage) {
        List<Long> descending = values.stream().sorted(Comparator.reverseOrder()).toList();
        if (postage < 0 || descending.stream().anyMatch(value -> value < 1)) {
            throw new IllegalArgumentException("values must be positive");
        }
        int[] counts = new int[(int) postage + 1];
        for (int total = 1; total <= postage; total++) {
            counts[total] = UNREACHABLE;
            for (long value : descending) {
                if (value <= total) {
                    counts[total] = Math.min(counts[total], counts[(int) (total - value)] + 1);
                }
            }
        }
        if (counts[(int) postage] >= UNREACHABLE) {
            return null;
        }
        List<Long> stamps = new ArrayList<>();
        int left = (int) postage;
        for (long value : descending) {
            while (left >= value && counts[(int) (left - value)] == counts[left] - 1) {
                stamps.add(value);
                left -= (int) value;
            }
        }
        return stamps;
    }
}
