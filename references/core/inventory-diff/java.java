import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

record Change(String name, Long before, Long after) {
}

class Solution {
    /** Returns the changes between two inventories, sorted by name. */
    public static List<Change> inventoryDiff(Map<String, Long> before, Map<String, Long> after) {
        for (Map<String, Long> inventory : List.of(before, after)) {
            if (!inventory.isEmpty() && Collections.min(inventory.values()) < 0) {
                throw new IllegalArgumentException("amounts must not be negative");
            }
        }
        // The order of String is that of UTF-16, not of code points.
        TreeSet<String> names = new TreeSet<>((left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray()));
        names.addAll(before.keySet());
        names.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            Change change = new Change(name, before.get(name), after.get(name));
            if (!Objects.equals(change.before(), change.after())) {
                changes.add(change);
            }
        }
        return changes;
    }
}
