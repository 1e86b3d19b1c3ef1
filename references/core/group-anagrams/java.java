import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class Solution {
    /** Returns the groups of words that are anagrams of each other. */
    public static List<List<String>> groupAnagrams(List<String> words) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String word : words) {
            int[] symbols = word.codePoints().map(Solution::folded).sorted().toArray();
            groups.computeIfAbsent(Arrays.toString(symbols), key -> new ArrayList<>()).add(word);
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static int folded(int symbol) {
        return symbol >= 'A' && symbol <= 'Z' ? symbol + ('a' - 'A') : symbol;
    }
}
