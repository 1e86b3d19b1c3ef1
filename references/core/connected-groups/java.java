import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class Solution {
    /** Returns the groups of linked items, the larger groups first. */
    public static List<List<Long>> connectedGroups(long count, List<List<Object>> links) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative");
        }
        int[] parent = new int[(int) count];
        for (int item = 0; item < count; item++) {
            parent[item] = item;
        }
        for (List<Object> link : links) {
            long left = (long) link.get(0);
            long right = (long) link.get(1);
            if (left < 0 || left >= count || right < 0 || right >= count) {
                throw new IndexOutOfBoundsException("link to an item that does not exist");
            }
            parent[root(parent, (int) left)] = root(parent, (int) right);
        }
        Map<Integer, List<Long>> groups = new TreeMap<>();
        for (int item = 0; item < count; item++) {
            groups.computeIfAbsent(root(parent, item), key -> new ArrayList<>()).add((long) item);
        }
        List<List<Long>> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparingInt((List<Long> group) -> -group.size())
            .thenComparing(group -> group.get(0)));
        return sorted;
    }

    private static int root(int[] parent, int item) {
        while (parent[item] != item) {
            parent[item] = parent[parent[item]];
            item = parent[item];
        }
        return item;
    }
}
