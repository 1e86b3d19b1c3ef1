import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class Solution {
    /** Merges the closed intervals that share an integer. */
    public static List<List<Long>> mergeIntervals(List<List<Long>> intervals) {
        for (List<Long> interval : intervals) {
            if (interval.size() != 2 || interval.get(0) > interval.get(1)) {
                throw new IllegalArgumentException("an interval is a start and an end not before it");
            }
        }
        List<List<Long>> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing((List<Long> interval) -> interval.get(0)));
        List<List<Long>> merged = new ArrayList<>();
        for (List<Long> interval : sorted) {
            List<Long> last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && interval.get(0) <= last.get(1)) {
                last.set(1, Math.max(last.get(1), interval.get(1)));
            } else {
                merged.add(new ArrayList<>(interval));
            }
        }
        return merged;
    }
}
