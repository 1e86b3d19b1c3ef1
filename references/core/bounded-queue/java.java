import java.util.ArrayDeque;
import java.util.Deque;

/** A bounded queue of texts whose owner can close it. */
class BoundedQueue {
    private final long capacity;
    private final Deque<String> texts = new ArrayDeque<>();
    private boolean isClosed;

    public BoundedQueue(long capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1");
        }
        this.capacity = capacity;
    }

    public void put(String text) {
        if (isClosed) {
            throw new SecurityException("the queue is closed");
        }
        if (texts.size() >= capacity) {
            throw new IllegalStateException("the queue is full");
        }
        texts.addLast(text);
    }

    public String take() {
        if (texts.isEmpty()) {
            throw new IndexOutOfBoundsException("the queue is empty");
        }
        return texts.removeFirst();
    }

    public void close() {
        if (isClosed) {
            throw new IllegalStateException("the queue is closed already");
        }
        isClosed = true;
    }

    public long size() {
        return texts.size();
    }

    public boolean finished() {
        return isClosed && texts.isEmpty();
    }
}
