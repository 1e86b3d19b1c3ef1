import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

class Solution {
    /** Returns the setting of the first layer that has the key, or the fallback. */
    public static long layeredSetting(List<Map<String, String>> layers, String key, Long fallback) {
        String text = null;
        for (Map<String, String> layer : layers) {
            if (layer.containsKey(key)) {
                text = layer.get(key);
                break;
            }
        }
        if (text == null) {
            if (fallback == null) {
                throw new NoSuchElementException(key);
            }
            return fallback;
        }
        if (!text.matches("-?[0-9]+")) {
            throw new ClassCastException("the setting is not an integer");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException error) {
            throw new IndexOutOfBoundsException("the setting is outside 64 bits");
        }
    }
}
