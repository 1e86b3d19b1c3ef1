import java.util.ArrayList;
import java.util.List;

class Solution {
    /** Counts the pairs in the wrong order that are at most window apart. */
    public static long countInversions(List<Long> numbers, long window) {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1");
        }
        long total = 0;
        List<Long> recent = new ArrayList<>();
        for (int index = 0; index < numbers.size(); index++) {
            if (index > window) {
                recent.remove(countBelow(recent, numbers.get((int) (index - window - 1)), false));
            }
            long number = numbers.get(index);
            int atMost = countBelow(recent, number, true);
            total += recent.size() - atMost;
            recent.add(atMost, number);
        }
        return total;
    }

    /** Counts the numbers of a sorted list that are less than a limit, or equal to it if that counts. */
    private static int countBelow(List<Long> sorted, long limit, boolean countsEqual) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            long number = sorted.get(middle);
            if (number < limit || countsEqual && number == limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
