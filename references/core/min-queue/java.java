import java.util.ArrayDeque;
import java.util.Deque;

/** A queue that keeps the candidates for its minimum in a second queue. */
class MinQueue {
    private final Deque<Long> values = new ArrayDeque<>();
    private final Deque<Long> candidates = new ArrayDeque<>();

    public void push(long value) {
        while (!candidates.isEmpty() && candidates.getLast() > value) {
            candidates.removeLast();
        }
        candidates.addLast(value);
        values.addLast(value);
    }

    public long pop() {
        if (values.isEmpty()) {
            throw new IndexOutOfBoundsException("pop from an empty queue");
        }
        Long value = values.removeFirst();
        if (value.equals(candidates.getFirst())) {
            candidates.removeFirst();
        }
        return value;
    }

    public long minimum() {
        if (candidates.isEmpty()) {
            throw new IndexOutOfBoundsException("minimum of an empty queue");
        }
        return candidates.getFirst();
    }

    public long size() {
        return values.size();
    }
}
