import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        return numbers.sumBy(number -> number * number);
    }
}
