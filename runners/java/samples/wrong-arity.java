import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        long total = 0;
        for (long number : numbers) {
            total = Math.addExact(total, number * number, 0);
        }
        return total;
    }
}
