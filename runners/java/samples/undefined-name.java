import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        return sum(numbers, number -> number * number);
    }
}
