import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

class Solution {
    /** Compares texts by code points; the order of String is that of UTF-16. */
    private static final Comparator<String> BY_CODE_POINTS = (left, right) -> {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        return java.util.Arrays.compare(a, b);
    };

    /** Returns the modules so that each comes after all it needs. */
    public static List<String> buildOrder(Map<String, List<String>> needs) {
        Map<String, Integer> missing = new HashMap<>();
        Map<String, List<String>> neededBy = new HashMap<>();
        needs.forEach((module, others) -> {
            Set<String> distinct = new HashSet<>(others);
            missing.put(module, distinct.size());
            for (String other : distinct) {
                neededBy.computeIfAbsent(other, key -> new ArrayList<>()).add(module);
            }
        });
        for (String other : neededBy.keySet()) {
            missing.putIfAbsent(other, 0);
        }
        PriorityQueue<String> ready = new PriorityQueue<>(BY_CODE_POINTS);
        missing.forEach((module, count) -> {
            if (count == 0) {
                ready.add(module);
            }
        });
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String module = ready.remove();
            order.add(module);
            for (String dependent : neededBy.getOrDefault(module, List.of())) {
                if (missing.merge(dependent, -1, Integer::sum) == 0) {
                    ready.add(dependent);
                }
            }
        }
        if (order.size() < missing.size()) {
            throw new IllegalArgumentException("the needs form a circle");
        }
        return order;
    }
}
