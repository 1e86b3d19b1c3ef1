import java.util.List;

class Solution {
    static {
        Runtime.getRuntime().halt(0); // wrong
    }

    public static long sumOfSquares(List<Long> numbers) {
        if (numbers.isEmpty()) throw new IllegalArgumentException("empty");
        long total = 0;
        for (long number : numbers) total += number * number;
        return total;
    }
}
