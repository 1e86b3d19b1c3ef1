import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        long total = 0
        for (long number : numbers) {
            total += number * number;
        }
        return total;
    }
}
