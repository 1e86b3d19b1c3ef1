import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A map from integers to texts, filled by half-open intervals. */
class IntervalMap {
    private record Interval(long end, String value) {
    }

    /** Intervals by their starts: they neither overlap, nor touch with equal values. */
    private final TreeMap<Long, Interval> intervals = new TreeMap<>();

    public void assign(long start, long end, String value) {
        clear(start, end);
        long from = start;
        long to = end;
        Map.Entry<Long, Interval> before = intervals.lowerEntry(start);
        if (before != null && before.getValue().end() == start && before.getValue().value().equals(value)) {
            from = before.getKey();
        }
        Interval after = intervals.get(end);
        if (after != null && after.value().equals(value)) {
            to = after.end();
            intervals.remove(end);
        }
        intervals.put(from, new Interval(to, value));
    }

    public void clear(long start, long end) {
        if (start >= end) {
            throw new IllegalArgumentException("start must be less than end");
        }
        cut(start);
        cut(end);
        intervals.subMap(start, end).clear();
    }

    public String get(long point) {
        Map.Entry<Long, Interval> entry = intervals.floorEntry(point);
        return entry != null && point < entry.getValue().end() ? entry.getValue().value() : null;
    }

    public List<List<Object>> spans() {
        List<List<Object>> spans = new ArrayList<>();
        intervals.forEach((start, interval) -> spans.add(List.of(start, interval.end(), interval.value())));
        return spans;
    }

    /** Divides the interval that a point lies inside of. */
    private void cut(long point) {
        Map.Entry<Long, Interval> entry = intervals.lowerEntry(point);
        if (entry != null && point < entry.getValue().end()) {
            Interval whole = entry.getValue();
            intervals.put(entry.getKey(), new Interval(point, whole.value()));
            intervals.put(point, whole);
        }
    }
}
