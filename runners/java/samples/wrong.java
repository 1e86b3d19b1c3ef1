import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        return numbers.stream().mapToLong(number -> number + number).sum();
    }
}
