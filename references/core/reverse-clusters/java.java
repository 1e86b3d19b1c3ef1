class Solution {
    /** Reverses a text but keeps combining marks after their letter. */
    public static String reverseClusters(String text) {
        StringBuilder reversed = new StringBuilder();
        int end = text.length();
        while (end > 0) {
            int start = text.offsetByCodePoints(end, -1);
            while (start > 0 && isMark(text.codePointAt(start))) {
                start = text.offsetByCodePoints(start, -1);
            }
            reversed.append(text, start, end);
            end = start;
        }
        return reversed.toString();
    }

    private static boolean isMark(int symbol) {
        return symbol >= 0x300 && symbol <= 0x36F || symbol >= 0x20D0 && symbol <= 0x20FF;
    }
}
