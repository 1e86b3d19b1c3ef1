import java.util.ArrayList;
import java.util.List;

class Solution {
    /** Breaks a text into lines of at most width code points. */
    public static List<String> wrapText(String text, long width) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1");
        }
        List<String> lines = new ArrayList<>();
        for (String word : text.split(" ")) {
            if (word.isEmpty()) {
                continue;
            }
            int last = lines.size() - 1;
            if (last >= 0 && length(lines.get(last)) + 1 + length(word) <= width) {
                lines.set(last, lines.get(last) + " " + word);
                continue;
            }
            String rest = word;
            while (length(rest) > width) {
                int cut = rest.offsetByCodePoints(0, (int) width);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            lines.add(rest);
        }
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
