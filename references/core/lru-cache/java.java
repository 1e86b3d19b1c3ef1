import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;

/** A bounded map that drops the entry used longest ago. */
class LruCache {
    private final long capacity;
    private final LinkedHashMap<Long, Long> entries = new LinkedHashMap<>(16, 0.75f, true);

    public LruCache(long capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1");
        }
        this.capacity = capacity;
    }

    public Long get(long key) {
        return entries.get(key);
    }

    public Long put(long key, long value) {
        Long dropped = null;
        if (!entries.containsKey(key) && entries.size() >= capacity) {
            dropped = entries.keySet().iterator().next();
            entries.remove(dropped);
        }
        entries.put(key, value);
        return dropped;
    }

    public void remove(long key) {
        if (entries.remove(key) == null) {
            throw new NoSuchElementException("no key " + key);
        }
    }

    public List<Long> keys() {
        List<Long> keys = new ArrayList<>(entries.keySet());
        Collections.reverse(keys);
        return keys;
    }
}
