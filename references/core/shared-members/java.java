import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class Solution {
    /** Returns the members of at least and at most so many groups. */
    public static Set<Long> sharedMembers(List<Set<Long>> groups, long least, Long most) {
        if (least < 1 || most != null && most < least) {
            throw new IllegalArgumentException("the bounds are out of order");
        }
        Map<Long, Long> counts = new HashMap<>();
        for (Set<Long> group : groups) {
            for (Long member : group) {
                counts.merge(member, 1L, Long::sum);
            }
        }
        counts.values().removeIf(count -> count < least || most != null && count > most);
        return counts.keySet();
    }
}
