import java.util.List;

class Solution {
    record Sum(long value) {
    }

    public static long sumOfSquares(List<Long> numbers) {
        return new Sum(0).total();
    }
}
