import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

class Solution {
    private enum Kind { LITERAL, ANY, STAR, DOUBLE_STAR }

    private record Token(Kind kind, int literal) {
        boolean isStar() {
            return kind == Kind.STAR || kind == Kind.DOUBLE_STAR;
        }

        boolean takes(int symbol) {
            return switch (kind) {
                case LITERAL -> symbol == literal;
                case ANY, STAR -> symbol != '/';
                case DOUBLE_STAR -> true;
            };
        }
    }

    /** Tells whether a pattern with ?, * and ** matches a whole path. */
    public static boolean globMatch(String pattern, String path) {
        List<Token> tokens = tokens(pattern.codePoints().toArray());
        BitSet states = new BitSet();
        enter(tokens, 0, states);
        for (int symbol : path.codePoints().toArray()) {
            BitSet following = new BitSet();
            for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
                if (state < tokens.size() && tokens.get(state).takes(symbol)) {
                    enter(tokens, tokens.get(state).isStar() ? state : state + 1, following);
                }
            }
            states = following;
        }
        return states.get(tokens.size());
    }

    private static List<Token> tokens(int[] pattern) {
        List<Token> tokens = new ArrayList<>();
        for (int position = 0; position < pattern.length; position++) {
            int symbol = pattern[position];
            if (symbol == '*') {
                int first = position;
                while (position + 1 < pattern.length && pattern[position + 1] == '*') {
                    position++;
                }
                tokens.add(new Token(position == first ? Kind.STAR : Kind.DOUBLE_STAR, 0));
            } else if (symbol == '?') {
                tokens.add(new Token(Kind.ANY, 0));
            } else {
                if (symbol == '\\' && ++position == pattern.length) {
                    throw new IllegalArgumentException("a backslash at the end");
                }
                tokens.add(new Token(Kind.LITERAL, pattern[position]));
            }
        }
        return tokens;
    }

    /** Adds a state and those that are reached from it when stars match nothing. */
    private static void enter(List<Token> tokens, int state, BitSet states) {
        states.set(state);
        while (state < tokens.size() && tokens.get(state).isStar()) {
            states.set(++state);
        }
    }
}
