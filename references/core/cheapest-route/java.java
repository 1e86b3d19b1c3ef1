import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

class Solution {
    private record Route(long price, List<Long> towns) implements Comparable<Route> {
        long end() {
            return towns.get(towns.size() - 1);
        }

        Route extended(long town, long price) {
            List<Long> longer = new ArrayList<>(towns);
            longer.add(town);
            return new Route(this.price + price, longer);
        }

        @Override
        public int compareTo(Route other) {
            int order = Long.compare(price, other.price);
            if (order == 0) {
                order = Integer.compare(towns.size(), other.towns.size());
            }
            for (int index = 0; order == 0 && index < towns.size(); index++) {
                order = Long.compare(towns.get(index), other.towns.get(index));
            }
            return order;
        }
    }

    /** Returns price and towns of the cheapest route, or null if there is none. */
    public static List<Object> cheapestRoute(long count, List<List<Object>> roads, long start, long goal) {
        checkTown(start, count);
        checkTown(goal, count);
        for (List<Object> road : roads) {
            checkTown((long) road.get(0), count);
            checkTown((long) road.get(1), count);
        }
        Map<Long, List<List<Object>>> leaving = new HashMap<>();
        for (List<Object> road : roads) {
            if ((long) road.get(2) < 0) {
                throw new IllegalArgumentException("a price must not be negative");
            }
            leaving.computeIfAbsent((Long) road.get(0), town -> new ArrayList<>()).add(road);
        }
        Set<Long> done = new HashSet<>();
        PriorityQueue<Route> queue = new PriorityQueue<>(Comparator.naturalOrder());
        queue.add(new Route(0, List.of(start)));
        while (!queue.isEmpty()) {
            Route route = queue.remove();
            if (route.end() == goal) {
                return List.of(route.price(), route.towns());
            }
            if (!done.add(route.end())) {
                continue;
            }
            for (List<Object> road : leaving.getOrDefault(route.end(), List.of())) {
                long target = (long) road.get(1);
                if (!done.contains(target)) {
                    queue.add(route.extended(target, (long) road.get(2)));
                }
            }
        }
        return null;
    }

    private static void checkTown(long town, long count) {
        if (town < 0 || town >= count) {
            throw new IndexOutOfBoundsException("not a town: " + town);
        }
    }
}
