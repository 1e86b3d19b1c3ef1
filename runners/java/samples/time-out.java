import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        long total = 0;
        while (total >= 0) {
            total = (total + 1) % 1;
        }
        return total;
    }
}
