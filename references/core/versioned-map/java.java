import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A map whose past versions can be read. */
class VersionedMap {
    private long latest = 0;
    /** The values of each key by the version that set them; null stands for a removal. */
    private final Map<String, TreeMap<Long, String>> changes = new HashMap<>();

    public long put(String key, String value) {
        return change(key, value);
    }

    public long remove(String key) {
        if (value(key, latest) == null) {
            throw new NoSuchElementException(key);
        }
        return change(key, null);
    }

    public String get(String key, long version) {
        check(version);
        return value(key, version);
    }

    public long size(long version) {
        check(version);
        return changes.keySet().stream().filter(key -> value(key, version) != null).count();
    }

    public Set<String> changed(long version) {
        check(version);
        Set<String> changed = new HashSet<>(changes.keySet());
        changed.removeIf(key -> Objects.equals(value(key, version), value(key, latest)));
        return changed;
    }

    private long change(String key, String value) {
        latest++;
        changes.computeIfAbsent(key, each -> new TreeMap<>()).put(latest, value);
        return latest;
    }

    private String value(String key, long version) {
        Map.Entry<Long, String> last = changes.getOrDefault(key, new TreeMap<>()).floorEntry(version);
        return last == null ? null : last.getValue();
    }

    private void check(long version) {
        if (version < 0 || version > latest) {
            throw new IndexOutOfBoundsException("there is no such version");
        }
    }
}
