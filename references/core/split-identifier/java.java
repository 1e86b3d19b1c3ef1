import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

class Solution {
    /** Turns an identifier of any common style into snake case. */
    public static String snakeCase(String identifier) {
        if (!identifier.matches("[A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("not an identifier");
        }
        String text = identifier
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2");
        return Arrays.stream(text.split("[_-]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("_"));
    }
}
