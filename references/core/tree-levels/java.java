import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class Solution {
    /** Returns the nodes of a tree level by level. */
    public static List<List<Long>> treeLevels(List<Long> parents) {
        int count = parents.size();
        List<List<Long>> children = new ArrayList<>();
        for (int node = 0; node < count; node++) {
            children.add(new ArrayList<>());
        }
        List<Long> level = new ArrayList<>();
        for (int node = 0; node < count; node++) {
            Long parent = parents.get(node);
            if (parent == null) {
                level.add((long) node);
            } else if (parent < 0 || parent >= count) {
                throw new IndexOutOfBoundsException("a parent does not exist");
            } else {
                children.get(parent.intValue()).add((long) node);
            }
        }
        if (count == 0) {
            return List.of();
        }
        if (level.size() != 1) {
            throw new IllegalArgumentException("a tree has exactly one root");
        }
        List<List<Long>> levels = new ArrayList<>();
        int reached = 0;
        while (!level.isEmpty()) {
            levels.add(level);
            reached += level.size();
            List<Long> next = new ArrayList<>();
            for (long node : level) {
                next.addAll(children.get((int) node));
            }
            Collections.sort(next);
            level = next;
        }
        if (reached < count) {
            throw new IllegalArgumentException("some nodes cannot be reached from the root");
        }
        return levels;
    }
}
