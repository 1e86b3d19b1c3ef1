import java.util.ArrayDeque;
import java.util.Deque;

/** A text with a bounded history of its states. */
class UndoBuffer {
    private final long limit;
    private final Deque<String> past = new ArrayDeque<>();
    private final Deque<String> future = new ArrayDeque<>();
    private String current;

    public UndoBuffer(String initial, long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative");
        }
        this.current = initial;
        this.limit = limit;
    }

    public void insert(long position, String addition) {
        int at = index(position, 0);
        if (!addition.isEmpty()) {
            change(current.substring(0, at) + addition + current.substring(at));
        }
    }

    public String delete(long position, long count) {
        int from = index(position, count);
        int to = current.offsetByCodePoints(from, (int) count);
        String removed = current.substring(from, to);
        if (count > 0) {
            change(current.substring(0, from) + current.substring(to));
        }
        return removed;
    }

    public String text() {
        return current;
    }

    public boolean undo() {
        return move(past, future);
    }

    public boolean redo() {
        return move(future, past);
    }

    private boolean move(Deque<String> from, Deque<String> to) {
        if (from.isEmpty()) {
            return false;
        }
        to.addLast(current);
        current = from.removeLast();
        return true;
    }

    /** Checks a range of code points and returns where it starts in UTF-16. */
    private int index(long position, long count) {
        int length = current.codePointCount(0, current.length());
        if (position < 0 || position > length || count < 0 || count > length - position) {
            throw new IndexOutOfBoundsException("outside the text");
        }
        return current.offsetByCodePoints(0, (int) position);
    }

    private void change(String text) {
        past.addLast(current);
        if (past.size() > limit) {
            past.removeFirst();
        }
        future.clear();
        current = text;
    }
}
