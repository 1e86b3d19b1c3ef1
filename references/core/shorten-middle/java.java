class Solution {
    /** Returns the text without its middle where it is longer than width. */
    public static String shortenMiddle(String text, long width) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1");
        }
        if (text.codePointCount(0, text.length()) <= width) {
            return text;
        }
        int head = (int) width / 2;
        int tail = (int) width - 1 - head;
        return text.substring(0, text.offsetByCodePoints(0, head))
            + "\u2026"
            + text.substring(text.offsetByCodePoints(text.length(), -tail));
    }
}
