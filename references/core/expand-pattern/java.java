import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;

class Solution {
    private static final int LIMIT = 1000;

    private record Outer(BigInteger count, String text) {
    }

    /** Expands the counted groups of a pattern. */
    public static String expandPattern(String pattern) {
        int[] symbols = pattern.codePoints().toArray();
        Deque<Outer> outer = new ArrayDeque<>();
        String text = "";
        String count = "";
        for (int position = 0; position < symbols.length; position++) {
            int symbol = symbols[position];
            if (symbol >= '0' && symbol <= '9') {
                count += (char) symbol;
                continue;
            }
            if (symbol == '[') {
                check(!count.isEmpty(), "a group without a count");
                outer.push(new Outer(new BigInteger(count), text));
                text = "";
                count = "";
                continue;
            }
            check(count.isEmpty(), "a count without a group");
            if (symbol == ']') {
                check(!outer.isEmpty(), "a closing bracket without its partner");
                Outer before = outer.pop();
                text = before.text() + repeated(text, before.count());
            } else if (symbol == '\\') {
                position++;
                check(position < symbols.length, "a backslash at the end");
                text += Character.toString(symbols[position]);
            } else {
                text += Character.toString(symbol);
            }
            check(length(text) <= LIMIT, "the expansion is too long");
        }
        check(count.isEmpty() && outer.isEmpty(), "the pattern ends inside a group or count");
        return text;
    }

    private static String repeated(String text, BigInteger count) {
        BigInteger total = count.multiply(BigInteger.valueOf(length(text)));
        check(total.compareTo(BigInteger.valueOf(LIMIT)) <= 0, "the expansion is too long");
        return text.isEmpty() ? "" : text.repeat(count.intValue());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void check(boolean isRight, String message) {
        if (!isRight) {
            throw new IllegalArgumentException(message);
        }
    }
}
