import java.util.List;

class Solution {
    public static long sumOfSquares(List<Long> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("no numbers");
        }
        return numbers.stream().mapToLong(number -> number * number).sum();
    }
}
