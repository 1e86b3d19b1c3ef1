import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** A trie over code points that counts the words below each node. */
class PrefixIndex {
    private static final class Node {
        final TreeMap<Integer, Node> children = new TreeMap<>();
        boolean isWord;
        long words;
    }

    private final Node root = new Node();

    public boolean add(String word) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException("a word must not be empty");
        }
        List<Node> path = new ArrayList<>(List.of(root));
        for (int symbol : word.codePoints().toArray()) {
            path.add(path.get(path.size() - 1).children.computeIfAbsent(symbol, key -> new Node()));
        }
        return mark(path, true);
    }

    public void remove(String word) {
        List<Node> path = path(word);
        if (path.isEmpty() || !mark(path, false)) {
            throw new NoSuchElementException(word);
        }
    }

    public long count(String prefix) {
        List<Node> path = path(prefix);
        return path.isEmpty() ? 0 : path.get(path.size() - 1).words;
    }

    public List<String> complete(String prefix, long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative");
        }
        List<String> found = new ArrayList<>();
        List<Node> path = path(prefix);
        if (!path.isEmpty()) {
            collect(path.get(path.size() - 1), prefix, limit, found);
        }
        return found;
    }

    /** Makes the end of a path a word or none; tells whether that changed anything. */
    private static boolean mark(List<Node> path, boolean isWord) {
        Node end = path.get(path.size() - 1);
        if (end.isWord == isWord) {
            return false;
        }
        end.isWord = isWord;
        for (Node node : path) {
            node.words += isWord ? 1 : -1;
        }
        return true;
    }

    /** Returns the nodes along a text; none if it leads nowhere. */
    private List<Node> path(String text) {
        List<Node> path = new ArrayList<>(List.of(root));
        for (int symbol : text.codePoints().toArray()) {
            Node child = path.get(path.size() - 1).children.get(symbol);
            if (child == null) {
                return List.of();
            }
            path.add(child);
        }
        return path;
    }

    private static void collect(Node node, String text, long limit, List<String> found) {
        if (found.size() >= limit) {
            return;
        }
        if (node.isWord) {
            found.add(text);
        }
        for (Map.Entry<Integer, Node> child : node.children.entrySet()) {
            collect(child.getValue(), text + Character.toString(child.getKey()), limit, found);
        }
    }
}
